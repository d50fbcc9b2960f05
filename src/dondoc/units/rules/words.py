"""The lexicon: with which words names of agencies begin, which fields of work they carry, which words stand for many.

Patterns are regular expressions in small letters. `MARKED` heads are matched with their marks, because without them
they are everyday words ("báo cáo", "bản", "số"); all others are matched with the marks off, so that a wrong or missing
mark does no harm. `~` joins the parts of a field and stands for "và", "&", a dash, a comma or a blank; `+` is the same
without the comma, for parts that are also fields of their own ("Tài chính, Kế hoạch và Đầu tư" are two).
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Head:
    """`pattern` opens a name; `kind` is what it most likely is; a `bare` head is a whole name without a field."""

    pattern: str
    kind: str
    bare: bool = True


# Marks off. Order is free: the longest match wins.
FLAT_HEADS = (
    # People's committees, councils and their offices
    Head(r"ubnd|uy ban nhan dan|u ?b ?n ?d", "committee"),
    Head(r"hdnd|hoi dong nhan dan|dai bieu (?:hdnd|hoi dong nhan dan)", "council"),
    Head(r"(?:thuong truc|tt\.?) (?:hdnd|hoi dong nhan dan|ubnd|uy ban nhan dan)", "council"),
    Head(
        r"cac ban cua hdnd|cac ban hdnd|ban (?:phap che|kinh te ?- ?xa hoi|van hoa ?- ?xa hoi)(?= (?:hdnd|hoi dong))",
        "council",
    ),
    Head(r"doan (?:dai bieu quoc hoi|dbqh)", "council"),
    Head(r"(?:van phong|vp\.?)(?= ?[-(]? ?\w)", "office", bare=False),
    Head(r"van phong|vp ?- ?tk|van phong ?- ?(?:tk|thong ke)", "office"),
    Head(r"van phong dang ky dat dai|vpdkdd|chi nhanh van phong dang ky dat dai|chi nhanh vpdkdd", "centre"),
    Head(r"van phong dieu phoi(?: xay dung)? (?:nong thon moi|ntm)", "office"),
    # Inspectorate, justice, security
    Head(r"thanh tra (?:nha nuoc|tinh|huyen|thanh pho|thi xa|quan|so)|thanh tra", "inspectorate"),
    Head(r"cong an|ca(?= (?:tinh|huyen|xa|phuong|thi|cac|cap|tp))", "police"),
    Head(r"bchqs|(?:ban|bo) chqs", "military"),
    Head(
        r"(?:bo chi huy|bch|ban chi huy) (?:quan su|bo doi bien phong|bdbp|phong thu|pccc|pctt|phong chong)", "military"
    ),
    Head(r"(?:don|tram|bo doi|hai doi) bien phong", "military"),
    Head(r"toa an(?: nhan dan)?|tand", "court"),
    Head(r"vien kiem sat(?: nhan dan)?|vks(?:nd)?", "procuracy"),
    Head(r"(?:chi )?cuc (?:thi hanh an(?: dan su)?|tha(?:ds)?)|thi hanh an dan su", "judgment"),
    # One-stop shops, centres
    Head(
        r"bo phan (?:mot cua|1 cua|tiep nhan(?: va| &|,)? ?(?:ho so va )?tra(?: ket qua)?|tn ?(?:&|va) ?tkq|tiep "
        r"(?:cong )?dan)",
        "one-stop",
    ),
    Head(r"bo phan(?= \w)", "division", bare=False),
    Head(r"trung tam (?:phuc vu )?(?:hanh chinh cong|hcc)|(?:trung tam|tt)\.? ?(?:pvhcc|phuc vu hcc)", "one-stop"),
    Head(r"trung tam kiem soat benh tat", "health"),
    Head(
        r"trung tam (?:cung ung|phat trien|xuc tien|tro giup|ho tro|giam sat|quan ly|ung dung|huan luyen|dieu hanh)",
        "centre",
    ),
    Head(r"trung tam", "centre"),
    # Health, schools
    Head(r"(?:trung tam|tt|ttyt) ?y te|ttyt", "health"),
    Head(r"tram ?y te|tyt", "health"),
    Head(r"benh vien", "health", bare=False),
    Head(r"phong kham da khoa", "health"),
    Head(
        r"(?:cac )?truong (?:hoc|th\b|thcs|thpt|ptdt|mam non|mau giao|tieu hoc|trung hoc|pho thong|cao dang|dai "
        r"hoc|chinh tri|day nghe|trung cap|lien cap)",
        "school",
    ),
    # Party bodies
    Head(r"tinh uy|thanh uy|huyen uy|thi uy|quan uy|dang uy|cap uy(?: dang)?|chi bo", "party"),
    Head(
        r"(?:thuong truc|ban thuong vu|ban chap hanh|bch) (?:tinh uy|thanh uy|huyen uy|thi uy|dang uy|dang bo|"
        r"doan|hoi)",
        "party",
    ),
    Head(
        r"ban tuyen giao(?: (?:va|&) dan van)?|ban dan van|ban to chuc|ban noi chinh|uy ban kiem tra|ubkt|ban xay "
        r"dung dang|ban bao ve",
        "party",
    ),
    Head(r"trung tam (?:boi duong )?chinh tri|ttct|ttbdct", "party"),
    # Front and mass bodies
    Head(
        r"(?:uy ban|ub|ban thuong truc (?:uy ban|ub)|thuong truc (?:uy ban|ub)|ban cong tac|ban)?\.? ?"
        r"(?:mat tran to quoc(?: viet nam| vn)?|mttq ?(?:viet nam|vn)?|mat tran)",
        "front",
    ),
    Head(r"ubmt(?:tq)?(?:vn)?", "front"),
    Head(r"hoi (?:lien hiep )?phu nu|hoi lhpn|hoi pn", "mass"),
    Head(
        r"hoi (?:nong dan|nd\b|cuu chien binh|ccb|nguoi cao tuoi|nct|chu thap do|ctd|khuyen hoc|luat gia|nha bao|"
        r"cuu thanh nien|dac thu|nan nhan|bao tro|dong y|lam vuon)",
        "mass",
    ),
    Head(r"(?:lien )?doan (?:lao dong|ldld)|ldld|cong doan", "mass"),
    Head(
        r"(?:huyen|tinh|thanh|thi|xa)? ?doan (?:thanh nien|tn\b|tncs|thanh nien cong san)|(?:tinh|huyen|thanh|"
        r"thi) doan|doan (?:xa|phuong|huyen|tinh)(?= |$)",
        "mass",
    ),
    Head(r"lien minh (?:hop tac xa|htx)", "mass"),
    Head(r"ban (?:thanh tra nhan dan|ttnd|giam sat dau tu)", "mass"),
    # Vertical bodies and public companies
    Head(r"bao hiem xa hoi|bhxh", "insurance"),
    Head(r"kho bac(?: nha nuoc)?|kbnn", "treasury"),
    Head(r"ngan hang(?: chinh sach(?: xa hoi)?| csxh| nha nuoc| no ?& ?ptnt)?|nhcsxh|phong giao dich", "bank"),
    Head(r"(?:chi )?cuc thue|co quan thue|thue (?:tinh|co so|khu vuc|thanh pho)|doi thue", "tax"),
    Head(r"chi cuc(?= \w)", "branch", bare=False),
    Head(r"hat kiem lam|hat quan ly|quan ly thi truong|doi quan ly thi truong", "branch"),
    Head(r"(?:cong ty )?dien luc", "utility"),
    Head(r"buu dien|vnpt|viettel|mobifone", "utility"),
    Head(r"(?:tong )?cong ty|cty", "company", bare=False),
    Head(r"vuon quoc gia|khu bao ton", "branch"),
    # Media
    Head(r"dai (?:phat thanh|truyen thanh|truyen hinh|pt ?-? ?th|tt ?-? ?th|ptth|pt(?:&| va )th)", "media"),
    Head(r"cong (?:thong tin dien tu|ttdt|dich vu cong)|trang (?:thong tin dien tu|ttdt|tin dien tu)", "media"),
    Head(r"co quan (?:bao chi|truyen thong|thong tin|thong tan|tuyen truyen)", "media"),
    Head(
        r"bao (?:va|&|,|-) ?(?:dai )?phat thanh(?:,| va| -|-)? ?truyen hinh|bao (?:va|&) (?:dai )?pt ?-? ?th", "media"
    ),
    # Boards, teams
    Head(
        r"ban quan ly|bql|ban chi dao|bcd|ban dieu hanh|ban giam doc|ban tiep (?:cong )?dan|ban giam hieu|ban "
        r"kiem soat",
        "board",
    ),
    Head(
        r"doan (?:thanh tra|kiem tra|giam sat|cong tac|khao sat|luat su)|to (?:kiem tra|cong tac|giup viec|tu van|"
        r"cong nghe so|hoa giai|ho tro|tuyen truyen|de an|lien gia|truong|bau cu|dan pho|truyen thong|tiep nhan|"
        r"thu ky)|doi (?:kiem tra|tuyen truyen|thong tin|quan ly|thanh nien)",
        "team",
    ),
    Head(r"hoi dong (?:phoi hop|thi dua|giao duc|nghia vu|tu van|tuyen dung|pho bien|tham dinh)", "board"),
    Head(r"vien nghien cuu|vien(?= (?:khoa hoc|quy hoach))|hoc vien", "school"),
    Head(r"bo tu lenh|quan khu|trung doan|su doan", "military"),
)

# Marks kept: without them these are other words. The field (or place) that must follow is checked by the reader.
MARKED_HEADS = (
    Head(r"(?:phân )?s[ởờỡ](?= [^\W\d_])", "department", bare=False),
    Head(r"ph[òóỏ]ng(?= [^\W\d_])", "division", bare=False),
    Head(r"p\.(?= ?[^\W\d_])", "division", bare=False),
    Head(r"bộ(?= [^\W\d_])", "ministry", bare=False),
    Head(r"ban(?= [^\W\d_])", "board", bare=False),
    Head(r"cục(?= [^\W\d_])", "branch", bare=False),
    Head(r"hạt(?= [^\W\d_])|trạm(?= [^\W\d_])", "branch", bare=False),
    Head(r"hội(?= [^\W\d_])", "mass", bare=False),
    Head(r"đoàn(?= [^\W\d_])", "mass", bare=False),
    Head(r"đội(?= [^\W\d_])|tổ(?= [^\W\d_])", "team", bare=False),
    Head(r"đài(?= [^\W\d_])", "media", bare=False),
    Head(r"báo(?! cáo)(?= [^\W\d_])", "media", bare=False),
    Head(r"trường(?= [^\W\d_])", "school", bare=False),
    Head(r"bưu điện|điện lực", "utility"),
    Head(r"viện(?= [^\W\d_])", "school", bare=False),
    Head(r"cảng(?= vụ)", "branch", bare=False),
)

# Those who lead or hold a post. What follows ("UBND cấp huyện", "Sở Tư pháp") belongs to the same name.
POSTS = (
    r"(?:pho )?(?:tong )?giam doc|(?:pho )?chu tich|(?:pho )?chanh(?: an)?(?= (?:van phong|vp|thanh tra|toa|an|"
    r"tand))|(?:pho )?chanh an|chanh van phong|chanh thanh tra"
    r"|(?:pho )?bi thu|thu truong|nguoi dung dau|lanh dao|tap the|truong cac phong|(?:pho )?truong phong"
    r"|(?:pho )?truong(?= (?:cac )?(?:thon|ban|ap|khom|khu|to dan|tdp|buon|bon|lang|ban nganh|don|tram|doan|cong "
    r"an|dai|phong|doi|bo phan|nganh|khoi|tieu khu|xom))"
    r"|tram truong|(?:pho )?hieu truong|(?:pho )?vien truong|cuc truong|chi cuc truong|to truong|doi truong|"
    r"truong (?:thon|ban|ap|khom|buon|bon|xom|khu|to)"
    r"|(?:pho )?truong ban|chi huy truong|(?:cac )?dong chi|d/c|dc|vien truong|kiem sat vien|tong bien tap|nguoi "
    r"phat ngon"
    r"|thanh vien(?= (?:ubnd|uy ban|ban|to|hoi dong))|cong chuc phu trach|can bo phu trach"
)
OFFICERS = r"cong chuc|vien chuc|can bo|cc|cb|cbcc|cbccvc|chuyen vien|ke toan|nhan vien|nguoi lao dong|van thu"


def listed(text: str) -> tuple[str, ...]:
    """The entries of a text, parted by semicolons."""
    return tuple(entry.strip() for entry in text.split(";") if entry.strip())


# What names one's field. The longest wins.
FIELDS = listed(
    """
    an toan thuc pham; bao ve ~ phat trien rung; cai cach hanh chinh; chan nuoi ~ thu y; chi huy truong quan su;
    chinh sach; chinh sach + xa hoi; chinh tri + hanh chinh; chinh tri ~ xa hoi; cong nghiep ~ thuong mai;
    cong tac xa hoi; cong thuong; dai bieu quoc hoi ~ hdnd; dan toc; dan toc ~ ton giao; dau tu xay dung;
    dau tu ~ xay dung; dia chinh; dia chinh ~ nn ~ xd ~ mt; dia chinh ~ nong nghiep;
    dia chinh ~ nong nghiep ~ xay dung ~ moi truong; dia chinh ~ xay dung;
    dia chinh ~ xay dung ~ do thi ~ moi truong; dia chinh ~ xay dung ~ moi truong;
    dia chinh ~ xay dung ~ nong nghiep ~ moi truong; dia chinh ~ xd; dich vu nong nghiep;
    doan dai bieu quoc hoi ~ hdnd; doan dai bieu quoc hoi ~ hoi dong nhan dan; doan dbqh ~ hdnd;
    doan dbqh ~ hoi dong nhan dan; doan dbqh, hdnd ~ ubnd; doi ngoai; du lich; gdnn ~ gdtx; giao duc;
    giao duc nghe nghiep ~ giao duc thuong xuyen; giao duc thuong xuyen; giao duc ~ dao tao; giao thong;
    giao thong cong chanh; giao thong van tai; giao thong van tai + cong chanh; giao thong van tai + xay dung;
    hanh chinh + tong hop; hdnd ~ ubnd; hdnd ~ uy ban nhan dan; ho tich; ho tro doanh nghiep; hoc tap cong dong;
    hoi dong nhan dan ~ uy ban nhan dan; ke hoach + nghiep vu; ke hoach + tai chinh; ke hoach ~ dau tu; ke toan;
    ke toan + tai chinh; khoa giao + van xa; khoa hoc ~ cong nghe; khuyen nong; kiem lam;
    kiem soat thu tuc hanh chinh; kiem soat tthc; kinh te; kinh te + ha tang; kinh te + ke hoach;
    kinh te + xa hoi; kinh te ~ ha tang; kinh te ~ ha tang ~ do thi; lao dong; lao dong + tbxh;
    lao dong ~ nguoi co cong ~ xa hoi; lao dong ~ tb ~ xa hoi; lao dong ~ tb ~ xh;
    lao dong ~ thuong binh ~ xa hoi; lao dong ~ thuong binh ~ xh; lao dong ~ viec lam; moi truong; ngoai vu;
    noi chinh; noi vu; nong lam nghiep; nong lam nghiep ~ moi truong; nong nghiep; nong nghiep ~ moi truong;
    nong nghiep ~ phat trien nong thon; nong nghiep ~ ptnt; nuoc sach ~ ve sinh moi truong nong thon;
    nuoc sach ~ vsmt nong thon; phap che; phat thanh ~ truyen hinh; phat trien nong thon;
    phong chay, chua chay ~ cuu nan, cuu ho; phong chong thien tai ~ tim kiem cuu nan; phuc vu hanh chinh cong;
    pt ~ th; quan ly dat dai; quan ly do thi; quan su; quy hoach + kien truc; quy hoach ~ kien truc; tai chinh;
    tai chinh + ke hoach; tai chinh + ke toan; tai chinh + kh; tai nguyen; tai nguyen ~ moi truong;
    tai nguyen ~ mt; tc ~ ke toan; the thao; the thao ~ du lich; thong ke; thong tin + tuyen truyen;
    thong tin ~ truyen thong; thong tin ~ xuc tien du lich; thuong binh + xa hoi; thuong binh ~ xa hoi;
    thuy loi; thuy san; tiep nhan ~ tra ket qua; to chuc + noi vu; to chuc ~ can bo; ton giao; tong hop;
    trong trot ~ bao ve thuc vat; truyen thanh ~ truyen hinh; truyen thong; truyen thong ~ van hoa;
    tt + tuyen truyen; tu phap; tu phap + ho tich; tuyen giao ~ dan van; van hoa; van hoa ~ dl;
    van hoa ~ du lich; van hoa ~ khoa hoc ~ thong tin; van hoa ~ ld; van hoa ~ nghe thuat; van hoa ~ the thao;
    van hoa ~ the thao ~ du lich; van hoa ~ the thao ~ thong tin; van hoa ~ the thao ~ truyen thanh;
    van hoa ~ the thao ~ truyen thong; van hoa ~ truyen thong ~ the thao; van hoa ~ the thao ~ du lich ~ truyen thong;
    van hoa ~ thong tin ~ the thao ~ truyen thanh; van hoa ~ thong tin ~ truyen thanh ~ truyen hinh;
    van hoa ~ the thao ~ thong tin ~ du lich; truyen thanh ~ truyen hinh ~ van hoa;
    van hoa ~ thong tin; van hoa ~ thong tin ~ the thao; van hoa ~ thong tin ~ the thao ~ du lich;
    van hoa ~ thong tin ~ truyen thanh; van hoa ~ thong tin ~ truyen thong; van hoa ~ truyen thong;
    van hoa ~ tt; van hoa ~ xa hoi; van hoa ~ xh; van phong + thong ke; van phong + tk; van xa; vp + tk;
    xay dung; xay dung + do thi; y te;
    """
)

# Stretches that hold a separator and are one all the same.
UNPARTED = (
    r"\bbao (?:va|&) (?:dai )?phat thanh(?:,| va| -|-)? ?truyen hinh|hoi dong phoi hop pho bien,? giao duc phap "
    r"luat|kham,? ?chua,? ?benh"
    r"|phong,? ?chong [a-z]+|phong chay,? (?:va )?chua chay(?: va cuu nan,? cuu ho)?|tim kiem cuu nan|hop tac xa|"
    r"boi thuong,? (?:ho tro|giai phong)[a-z ,]*"
    r"|cap uy(?: dang)?,? (?:va )?(?:dang,? )?chinh quyen(?:,? (?:va )?(?:mat tran to quoc,? )?(?:va )?(?:cac "
    r")?doan the)?|can bo,? (?:va )?cong chuc(?:,? (?:va )?vien chuc)?(?:,? (?:va )?nguoi lao dong)?"
    r"|cong chuc,? (?:va )?vien chuc(?:,? (?:va )?nguoi lao dong)?|khoa hoc,? ky thuat|quan ly,? khai thac|van "
    r"hoa,? van nghe|kinh te,? xa hoi"
)
# "Các cơ quan, đơn vị chủ trì theo dõi, thực hiện các Chỉ số nội dung …": who is meant, not what they do.
ROLE = (
    r"(?:được giao |được phân công )?chủ trì,? (?:theo dõi|thực hiện|tham mưu)[^.;:(]{0,20}?(?:chỉ số|nội dung|"
    r"nhiệm vụ|tiêu chí)[^.;:(]{0,90}?"
    r"(?= *(?:[.;:(]|$|chịu trách nhiệm|có trách nhiệm|cần |phải |căn cứ))"
)

# Short forms of fields: letters may be parted by "&", "-", ".", "," or a blank.
SHORT_FIELDS = dict(
    entry.split(" = ")
    for entry in listed(
        """
    tn mt = Tài nguyên và Môi trường; ld tb xh = Lao động - Thương binh và Xã hội;
    ld tbxh = Lao động - Thương binh và Xã hội; ldtb xh = Lao động - Thương binh và Xã hội;
    kh dt = Kế hoạch và Đầu tư; tc kh = Tài chính - Kế hoạch; tc = Tài chính; vh tt = Văn hóa và Thông tin;
    vh tt dl = Văn hóa, Thể thao và Du lịch; vhtt dl = Văn hóa, Thể thao và Du lịch; vh xh = Văn hóa - Xã hội;
    gd dt = Giáo dục và Đào tạo; nn ptnt = Nông nghiệp và Phát triển nông thôn;
    nn pt nt = Nông nghiệp và Phát triển nông thôn; nn mt = Nông nghiệp và Môi trường;
    nnmt = Nông nghiệp và Môi trường; tt tt = Thông tin và Truyền thông; kh cn = Khoa học và Công nghệ;
    ct = Công Thương; gtvt = Giao thông vận tải; gtvt xd = Giao thông vận tải - Xây dựng; xd = Xây dựng;
    nv = Nội vụ; tp = Tư pháp; kt ht = Kinh tế và Hạ tầng; kt ht dt = Kinh tế, Hạ tầng và Đô thị;
    qldt = Quản lý đô thị; yt = Y tế; ngv = Ngoại vụ; dt tg = Dân tộc và Tôn giáo; tp ht = Tư pháp - Hộ tịch;
    dc xd = Địa chính - Xây dựng; vp tk = Văn phòng - Thống kê; tc kt = Tài chính - Kế toán;
    cs xh = Chính sách xã hội; pv hcc = Phục vụ hành chính công; hcc = hành chính công;
    cu dvc = Cung ứng dịch vụ công; dvnn = Dịch vụ nông nghiệp; vh tt tt = Văn hóa - Thông tin và Thể thao;
    ptqd = Phát triển quỹ đất; nn = Nông nghiệp;
        """
    )
)

# Nouns that stand for many in "các sở, ban, ngành, đoàn thể". Marks kept.
COLLECTIVE_NOUN = (
    r"(?:sở|phòng|ban|bộ|ngành|cơ quan|đơn vị|đoàn thể|địa phương|doanh nghiệp|tổ chức|hội|htx|hợp tác xã|hộ kinh doanh"
    r"|hộ gia đình|hộ dân|cá nhân|trường học|trường|nhà trường|cơ sở|chính quyền|bộ phận|lực lượng|khối|cấp|chuyên môn|"
    r"bệnh viện|hội quần chúng"
    r"|hội đặc thù|chi hội|chi bộ|chi đoàn|người dân|nhân dân|tổ|đội|đoàn|công ty|nhà máy|chủ đầu tư|đối tượng|"
    r"cụm công nghiệp|khu công nghiệp|thành viên|chủ thể|chi nhánh)"
)
PLACE_LEVELS = {
    "province": r"tỉnh|trung ương",
    "district": r"huyện|quận|thị xã|thành phố",
    "commune": r"xã|phường|thị trấn|đặc khu",
    "village": r"thôn|bản|ấp|khóm|khu phố|tổ dân phố|tdp|buôn|bon|làng|tiểu khu|khối phố|tổ nhân dân|xóm|phum|sóc|"
    r"sóc|khu dân cư|khu vực",
}

# Words with which the sentence goes on after its agencies. Marks kept, small letters, as whole words.
VERBS = (
    r"chủ trì|chủ động|phối hợp|phối kết hợp|tăng cường|tiếp tục|thực hiện|triển khai|tiến hành|đẩy mạnh|đẩy "
    r"nhanh|nâng cao|căn cứ|có trách nhiệm"
    r"|có nhiệm vụ|có kế hoạch|có giải pháp|có biện pháp|chịu trách nhiệm|báo cáo|cần|phải|nên|tham mưu|tham gia|"
    r"theo dõi|hướng dẫn|chỉ đạo|duy trì|quan tâm|gắn|rà soát|kiểm tra|kiểm soát|giám sát|đôn đốc"
    r"|thường xuyên|tập trung|chú trọng|chú ý|tuyên truyền|phổ biến|quán triệt|công khai|công bố|niêm yết|cung "
    r"cấp|cung ứng|đề xuất|đề nghị|kiến nghị|kịp thời|định kỳ"
    r"|h[àằ]ng (?:năm|quý|tháng|tuần|ngày)|bố trí|ban hành|nghiên cứu|lồng ghép|phát huy|phát động|giải quyết|"
    r"tiếp nhận|tiếp thu|xử lý|phân công|phân loại|cử|bảo đảm|đảm bảo"
    r"|hỗ trợ|vận động|huy động|thành lập|kiện toàn|củng cố|đổi mới|cải thiện|cải tiến|cải cách|khắc phục|khảo "
    r"sát|đánh giá|phân tích|tổng hợp|thống kê|(?<!công )(?<!tự )(?<!độc )lập|mở|đưa|đăng tải|cập nhật|bám sát"
    r"|nghiêm túc|nghiêm|trực tiếp|thống nhất|vào cuộc|nắm|tạo|góp|gửi|ký|trình|thẩm định|phê duyệt|xem xét|yêu "
    r"cầu|giao|đề ra|đề cao|quản lý|khai thác|sử dụng|ứng dụng|áp dụng"
    r"|hoàn thành|hoàn thiện|hoàn chỉnh|giúp|khẩn trương|tích cực|xác định|lựa chọn|lấy|thông báo|xây dựng|tổ "
    r"chức|phát hiện|ngăn chặn|phòng ngừa|phòng, chống|phòng chống|đấu tranh|thanh tra|tiếp công dân|tiếp dân|đối "
    r"thoại"
    r"|khuyến khích|động viên|thu hút|đầu tư|nâng cấp|mở rộng|phát triển|rút ngắn|cắt giảm|đơn giản|số hóa|số hoá|"
    r"chuyển đổi|tích hợp|vận hành|bồi dưỡng|đào tạo|tập huấn|tuyển dụng|sắp xếp|phát hành|phản hồi|phúc đáp|trả "
    r"lời"
    r"|tự (?:kiểm tra|đánh giá|rà soát)|rút kinh nghiệm|chấn chỉnh|biểu dương|khen thưởng|phê bình|xem|nhận|làm|"
    r"đi|ra|lên|chấp hành|tuân thủ|bổ sung|sửa đổi|cụ thể hóa|cụ thể hoá|khơi dậy|lan tỏa|lan toả|phấn đấu|cam "
    r"kết|ra quân|lãnh đạo(?=,? chỉ đạo)"
    r"|đồng thời|là|được|đã|sẽ|đang|không|để|nhằm|trong(?! (?:tỉnh|huyện|xã|thành phố|phường|toàn))|theo(?! ngành "
    r"dọc| dõi)|về(?! tỉnh)|khi|trên cơ sở|tùy|tuỳ|ngoài|bằng|nếu|tại(?! (?:chỗ|địa phương|địa bàn))|thông qua|"
    r"qua|từ(?! (?:tỉnh|huyện|cấp|trung ương))|đối với|cho|đến(?! (?:cơ sở|cấp|xã|thôn|huyện))|như|mà|có(?! liên "
    r"quan| chức năng| thẩm quyền)|thuộc lĩnh vực phụ trách tăng|vẫn|còn|cũng|thì|hãy|sớm|sau khi|trước khi|trước "
    r"mắt|cùng nhau|gương mẫu|nghiệm thu|đồng bộ|hưởng ứng"
)
