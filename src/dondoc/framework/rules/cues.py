"""What tells a component: words of its printed name and of the work that serves it. All without marks.

`NAMES` decide on a printed name, first match first. `WORK` are (pattern, weight) for suggestions out of a task's text:
2 tells the component almost alone, 1 leans to it, 0.5 is a faint hint.
"""

# A heading of one's own that is none of the components, however near its words come.
NO_COMPONENT = (
    r"hai long|do luong|\bsipas\b|o cac cap|vung sau|dieu kien tiep can|ban thanh tra nhan dan|giam sat dau tu|"
    r"cai cach (?:thu tuc )?hanh chinh"
    r"|mot cua|dich vu cong truc tuyen(?=.*thu tuc)"
)
# Work on the plan and the index as a whole, which belongs to no single component.
GENERAL = (
    r"chi so papi|ke hoach nay|chi so (?:noi dung|thanh phan)|chi so hieu qua|diem so|ke hoach nang cao chi so|"
    r"chuc nang,? nhiem vu duoc giao"
    r"|hinh thuc thong tin|thoi luong tuyen truyen|du luan|nhiem vu chuyen mon va|hinh thuc kiem tra|chi so cai cach"
)
NAMES: tuple[tuple[str, str], ...] = (
    ("1.1", r"tri thuc|hieu biet|kien thuc|nhan thuc"),
    ("1.2", r"co hoi|quyen tham gia"),
    ("1.3", r"chat luong.*bau|bau cu|bau (?:truong|to truong|dai bieu)|bau (?:cac )?chuc danh"),
    ("1.4", r"dong gop|tu nguyen"),
    ("1.2", r"co hoi|tham gia (?:vao )?(?:cac )?(?:to chuc|hoi|doan the|chinh tri|doi song)|quyen tham gia"),
    ("2.2", r"ho ngheo|ngheo|bao tro xa hoi"),
    ("2.3", r"ngan sach|thu,? ?(?:-|va|&)? ?chi"),
    (
        "2.4",
        r"(?:su dung|thu hoi|gia|bang gia|quy hoach) dat|gia (?:boi thuong|den bu)|khung gia|den bu|dat dai|quy hoach",
    ),
    ("2.1", r"tiep can.*thong tin|cung cap thong tin|thong tin"),
    ("3.3", r"tu phap|toa an|tro giup phap ly|phap ly|cong ly|xet xu|tranh chap"),
    ("3.2", r"khieu nai|to cao|kien nghi|giai dap|dap ung|khuc mac|phan anh|phuc dap|phan hoi|buc xuc"),
    ("3.1", r"tiep xuc|tuong tac|doi thoai|tiep (?:cong )?dan|hieu qua"),
    ("4.3", r"tuyen dung|cong bang|viec lam|nhan luc|thi tuyen|vao khu vuc cong|vao lam"),
    ("4.4", r"quyet tam|chong tham nhung cua chinh quyen|y chi|no luc"),
    ("4.2", r"dich vu cong|cung ung|cung cap|y te|giao duc|tieu hoc|benh vien|dich vu"),
    ("4.1", r"tham nhung|chinh quyen|can bo|cong chuc"),
    ("5.2", r"xay dung"),
    ("5.3", r"quyen su dung dat|su dung dat|(?:cn)?q ?sd ?d|dat dai|\bdat\b|so do"),
    ("5.1", r"chung thuc|xac nhan|xac thuc|cong chung"),
    ("5.4", r"cap xa|xa ?[/,-]? ?phuong|phuong,? ?xa|cua xa|o xa|tai xa|cap co so|cap phuong|ca nhan|tu phap|ho tich"),
    ("6.1", r"y te|kham,? ?chua|benh vien|suc khoe|bao hiem"),
    ("6.2", r"giao duc|truong (?:hoc|tieu)|tieu hoc|day hoc|day va hoc"),
    ("6.4", r"an ninh|trat tu|toi pham|an toan xa hoi"),
    ("6.3", r"ha tang|co so vat chat|duong|dien|rac|nuoc|giao thong"),
    ("7.2", r"khong khi"),
    ("7.3", r"nuoc"),
    ("7.1", r"nghiem tuc|bao ve moi truong|moi truong"),
    ("8.3", r"phuc dap|phan hoi|tra loi|hoi ?-? ?dap|giai dap|tuong tac|tiep nhan.*phan anh|phan anh|kien nghi"),
    ("8.2", r"internet|in-ter-net|mang|bang rong|vien thong|wifi|dien thoai"),
    ("8.1", r"c[oô]ng|trang (?:thong tin|tin|web|dien tu)|dich vu cong|website|cong nghe thong tin"),
)
WORK: dict[str, tuple[tuple[str, float], ...]] = {
    "1.1": (
        (
            r"tri thuc|hieu biet cua (?:nguoi|nhan) dan|nhan thuc cua (?:nguoi|nhan) dan|nang cao (?:nhan thuc|"
            r"hieu biet)",
            2,
        ),
        (
            r"(?:tuyen truyen|pho bien).{0,80}(?:dan chu|phap luat|chinh sach|chu truong|phap lenh|luat)|giao duc "
            r"phap luat",
            1.2,
        ),
        (
            r"dan biet,? dan ban|quyen duoc biet|quy che dan chu|phap lenh.*dan chu|luat thuc hien dan chu|tuyen "
            r"truyen",
            0.8,
        ),
    ),
    "1.2": (
        (
            r"tham gia (?:vao )?(?:cac )?(?:to chuc|hoi\b|doan the|hoat dong|sinh hoat)|co hoi tham gia|bau cu "
            r"dai bieu|bau cu quoc hoi|bau dai bieu|cu tri",
            2,
        ),
        (r"to chuc chinh tri,? |hoi vien|doan vien|tham gia gop y|doan the quan chung|tap hop", 0.7),
    ),
    "1.3": (
        (
            r"bau (?:cu )?(?:bo sung )?(?:cac )?(?:chuc danh )?(?:va mien nhiem )?(?:truong|to truong|pho truong)|"
            r"bau cu (?:truong|to)|chat luong bau|bau truong|mien nhiem truong|bau ban|bau,? mien nhiem",
            2.5,
        ),
        (r"truong (?:thon|ban|ap|khu|buon|khom)|to truong to dan pho|bau cu", 0.8),
    ),
    "1.4": (
        (
            r"dong gop (?:tu nguyen|cua (?:nguoi|nhan) dan|kinh phi|ngay cong|xay)|tu nguyen dong gop|khoan dong "
            r"gop|khoan (?:huy dong|van dong)|van dong.*dong gop|huy dong.*dong gop",
            2.2,
        ),
        (r"dong gop|tu nguyen|ban giam sat (?:dau tu|cong dong)|cong trinh.*nhan dan|xa hoi hoa|dan hien|hien dat", 1),
    ),
    "2.1": (
        (
            r"tiep can (?:duoc )?(?:cac )?thong tin|luat tiep can thong tin|cung cap thong tin|thong "
            r"tin.*(?:chinh sach|phap luat)|cong khai.*(?:chinh sach|phap luat|van ban)",
            1.8,
        ),
        (
            r"(?:pho bien|tuyen truyen).{0,60}(?:chinh sach|phap luat)|truyen thong chinh sach|niem yet|cong khai "
            r"(?:cac )?thong tin|thong tin",
            0.6,
        ),
    ),
    "2.2": (
        (r"ho (?:can )?ngheo|ho thoat ngheo|danh sach.*ngheo|binh xet|chuan ngheo", 2.5),
        (r"ngheo|bao tro xa hoi|an sinh xa hoi|chinh sach xa hoi", 1),
    ),
    "2.3": (
        (r"thu,? ?(?:va |- ?)?chi|ngan sach|quyet toan|du toan", 2.2),
        (r"tai chinh|quy (?:xa hoi|do dan)|tai san cong|khoan thu", 0.8),
    ),
    "2.4": (
        (
            r"(?:quy hoach|ke hoach).{0,12}su dung dat|bang gia dat|khung gia|gia dat|thu hoi dat|(?:boi thuong|"
            r"den bu)|giai phong mat bang|tai dinh cu",
            2.2,
        ),
        (r"quy hoach|dat dai|quy dat", 0.8),
    ),
    "3.1": (
        (
            r"doi thoai|tiep xuc (?:giua|voi|cu tri)|gap go|tuong tac giua|hop giao ban|hop dan|lich tiep (?:cong "
            r")?dan",
            1.8,
        ),
        (
            r"tiep (?:cong )?dan|thai do (?:huong dan|phuc vu|giai trinh)|lien he|nguoi dan tin cay|truong thon|"
            r"tiep nhan y kien",
            1.2,
        ),
    ),
    "3.2": (
        (r"khieu nai|to cao|don thu|khieu kien|khuc mac|59/2019", 1.6),
        (
            r"kien nghi|phan anh|giai trinh|giai quyet (?:dut diem|kip thoi)|buc xuc|ton dong|vuot cap|tiep "
            r"(?:cong )?dan",
            0.9,
        ),
    ),
    "3.3": (
        (
            r"tu phap|toa an|xet xu|tro giup phap ly|tu van phap luat|hoa giai|tranh chap (?:dan su|dat dai)|thi "
            r"hanh an|luat su|cong ly",
            2.2,
        ),
        (r"phap ly|dan su|ban an", 0.8),
    ),
    "4.1": (
        (
            r"ke khai tai san|tai san,? thu nhap|vi tri cong tac|tien cong quy|cong quy|kiem tra.{0,12}cong vu|"
            r"thuc thi cong vu|quy tac ung xu.{0,60}co quan|chuyen doi vi tri|ky luat,? ky cuong",
            1.8,
        ),
        (
            r"sach nhieu|nhung nhieu|hoi lo|loi dung|chi them tien|chung chi|tham o|vong an|dao duc cong vu|"
            r"phong,? ?chong tham nhung|tham nhung|kiem tra,? giam sat|tieu cuc|thanh tra",
            0.8,
        ),
    ),
    "4.2": (
        (
            r"(?:benh vien|y te|giao duc|truong hoc|giao vien|y bac s|bac si|day them|dich vu "
            r"cong).{0,120}(?:tham nhung|tieu cuc|nhung nhieu|hoi lo|phong bi|chi them|boi duong|lot tay)|(?:tham "
            r"nhung|tieu cuc|chi them).{0,100}(?:y te|giao duc|benh vien|dich vu cong|truong)",
            2,
        ),
        (r"\by te|giao duc|benh vien|kham,? ?chua benh|tieu hoc|hoc sinh|nganh y|dich vu cong", 1.4),
    ),
    "4.3": (
        (r"tuyen dung|thi tuyen|xet tuyen|bo nhiem|nang ngach|cong bang|vi tri viec lam", 2.5),
        (r"quy hoach can bo|dieu dong|luan chuyen|can bo,? cong chuc", 0.4),
    ),
    "4.4": (
        (
            r"quyet tam|to giac|duong day nong|bao ve nguoi (?:to cao|dan)|xu ly nghiem.{0,40}tham nhung|phat "
            r"hien.{0,40}tham nhung|cong khai.{0,60}(?:ket luan|ket qua).{0,40}(?:thanh tra|tham nhung|xu ly)|dau "
            r"tranh.{0,20}tham nhung",
            1.9,
        ),
        (
            r"(?:tuyen truyen|pho bien|giao duc).{0,100}tham nhung|luat phong,? ?chong tham nhung|nguoi dung dau|"
            r"tham nhung|kenh tiep nhan|trach nhiem cua nguoi",
            0.9,
        ),
    ),
    "5.1": ((r"chung thuc|xac nhan|xac thuc|cong chung", 2.2),),
    "5.2": (
        (r"(?:phep|cap phep|cap giay phep) xay dung|gpxd|quy hoach xay dung|trat tu xay dung", 2.2),
        (r"xay dung nha|do thi", 0.6),
    ),
    "5.3": (
        (
            r"(?:giay )?chung nhan quyen su dung|quyen su dung dat|gcn ?q|cn ?qsd|so do|linh vuc dat dai|thu "
            r"tuc.{0,20}dat dai|dang ky dat dai",
            2.2,
        ),
        (r"dat dai|tai nguyen", 0.7),
    ),
    "5.4": (
        (
            r"(?:tthc|thu tuc hanh chinh|bo phan mot cua|dich vu hanh chinh).{0,60}(?:cap xa|o xa|tai xa|xa,? "
            r"?phuong|thi tran|cap co so)|khai sinh|ket hon|ho tich|cu tru|ho khau",
            2,
        ),
        (r"cap xa|ubnd xa|phi,? le phi", 0.7),
    ),
    "6.1": ((r"y te|kham,? ?chua,? ?benh|benh vien|tram xa|nguoi benh|benh nhan|bhyt|y duc|y,? ?bac s|suc khoe", 2),),
    "6.2": (
        (
            r"giao duc|truong (?:hoc|tieu|mam)|hoc sinh|giao vien|day them|hoc them|day (?:va )?hoc|tieu hoc|phu "
            r"huynh|lop hoc|nha truong",
            2,
        ),
    ),
    "6.3": (
        (
            r"luoi dien|dien sinh hoat|cung cap dien|giao thong|duong (?:lang|xa|be tong|sa)|ha tang|rac|nuoc "
            r"(?:sach|sinh hoat|may|hop)|cap nuoc|chieu sang|do thi\b",
            2,
        ),
        (r"dien\b|cong trinh|nong thon moi", 0.7),
    ),
    "6.4": (
        (
            r"an ninh|trat tu|toi pham|ma tuy|trom cap|bao ve to quoc|con do|an toan giao thong|te nan|quoc phong|"
            r"cong an|phong chay",
            2,
        ),
    ),
    "7.1": (
        (
            r"bao ve moi truong|xu phat|vi pham.{0,40}moi truong|danh gia tac dong|hoi lo|cam ket|doanh "
            r"nghiep.{0,60}moi truong|nguon thai|xa thai|chat thai|rac|o nhiem|khu cong nghiep|cum cong nghiep|"
            r"khoang san",
            1.5,
        ),
        (r"moi truong|kiem tra|xu ly nghiem|tuyen truyen|dau tu", 0.5),
    ),
    "7.2": (
        (
            r"khong khi|bui\b|khoi bui|khi thai|trong (?:rung|cay)|cay xanh|dot rom|phu xanh|bao ve rung|quan trac|mui",
            2,
        ),
    ),
    "7.3": (
        (
            r"nguon nuoc|nuoc (?:sach|sinh hoat|uong|thai|ngam|mat|ho|song)|chat luong nuoc|song,? suoi|cap nuoc|"
            r"luu vuc|kenh muong",
            2,
        ),
    ),
    "8.1": (
        (
            r"(?:cong|trang)(?:/trang)? (?:thong tin|tttdt|ttdt|tin dien tu|dich vu|web)|website|dich vu cong "
            r"truc tuyen|dvctt|truc tuyen|cong dich vu cong",
            1.6,
        ),
        (
            r"tthc|thu tuc hanh chinh|bieu mau|cong nghe thong tin|cntt|ung dung|mot cua dien tu|thanh toan|dinh "
            r"danh|vneid|chuyen doi so",
            0.7,
        ),
    ),
    "8.2": (
        (
            r"internet|bang (?:thong )?rong|cap quang|song di dong|vien thong|wifi|wi-fi|ha tang mang|ha tang so|"
            r"phu song|4g|5g|dien thoai thong minh|mang (?:di dong|xa hoi)",
            2.2,
        ),
        (r"truy cap|to cong nghe so|ky nang so|ket noi", 0.8),
    ),
    "8.3": (
        (
            r"phuc dap|phan hoi|tra loi|hoi ?-? ?dap|giai dap|24h|24 gio|phan anh,? kien nghi|kien nghi,? phan "
            r"anh|lay y kien|gop y (?:cua|cho|vao) |du thao|hop thu",
            1.9,
        ),
        (r"phan anh|kien nghi|y kien|tuong tac|duong day nong|tiep nhan", 0.8),
    ),
}
