"""Bodies of made-up plans, each in the voice and layout of another office."""

PROVINCE = """
UBND TỈNH HƯNG THỊNH\tCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
SỞ NỘI VỤ\tĐộc lập - Tự do - Hạnh phúc
Số: 1205/KH-SNV\tHưng Thịnh, ngày 05 tháng 3 năm 2024
KẾ HOẠCH
TRIỂN KHAI CÁC GIẢI PHÁP NÂNG CAO CHỈ SỐ PAPI
CỦA TỈNH HƯNG THỊNH NĂM 2024
Căn cứ Luật Tổ chức chính quyền địa phương ngày 19 tháng 6 năm 2015;
Căn cứ Nghị quyết số 76/NQ-CP ngày 15 tháng 7 năm 2021 của Chính phủ ban hành Chương trình tổng thể cải cách hành chính;
Theo đề nghị của Giám đốc Sở Nội vụ.
Năm 2023, Chỉ số PAPI của tỉnh đạt 41,25 điểm, xếp thứ 38/63 tỉnh, thành phố, giảm 5 bậc so với năm 2022.
A. MỤC TIÊU
1. Mục tiêu chung
Phấn đấu năm 2024 Chỉ số PAPI của tỉnh tăng từ 3 đến 5 bậc, thuộc nhóm trung bình cao của cả nước.
2. Mục tiêu cụ thể
- Tổng điểm đạt từ 43 điểm trở lên.
- Chỉ số nội dung 1 đạt trên 5,1 điểm; Chỉ số nội dung 5 đạt tối thiểu 7,2 điểm.
B. NHIỆM VỤ, GIẢI PHÁP
I. Chỉ số nội dung “Tham gia của người dân ở cấp cơ sở”
1. Sở Tư pháp:
- Chủ trì, phối hợp với UBND các huyện, thành phố mở các đợt phổ biến pháp luật về dân chủ ở cơ sở.
- Biên soạn tờ gấp về quyền bầu cử, hoàn thành trước ngày 30/5/2024.
2. UBND các huyện, thành phố: Chỉ đạo UBND cấp xã công khai các khoản đóng góp tự nguyện của người dân.
II. Chỉ số nội dung “Công khai, minh bạch”
Sở Tài chính hướng dẫn công khai thu, chi ngân sách cấp xã; kiểm tra ít nhất 20 xã trong năm.
Đề nghị Ủy ban MTTQ Việt Nam tỉnh giám sát việc bình xét hộ nghèo.
C. KINH PHÍ
Kinh phí thực hiện Kế hoạch được bố trí từ ngân sách nhà nước theo phân cấp hiện hành.
D. TỔ CHỨC THỰC HIỆN
1. Các sở, ban, ngành; UBND các huyện, thành phố
a) Căn cứ Kế hoạch này xây dựng kế hoạch của đơn vị, gửi Sở Nội vụ trước ngày 25 tháng 3 năm 2024.
b) Báo cáo kết quả thực hiện hằng quý, 6 tháng, năm về UBND tỉnh (qua Sở Nội vụ) trước ngày 15 của tháng cuối quý.
2. Giao Sở Nội vụ chủ trì, phối hợp với Văn phòng UBND tỉnh theo dõi, đôn đốc việc thực hiện Kế hoạch này.
3. Báo Hưng Thịnh, Đài Phát thanh và Truyền hình tỉnh: Mở chuyên mục tuyên truyền về Chỉ số PAPI.
Trên đây là Kế hoạch nâng cao Chỉ số PAPI năm 2024, đề nghị các cơ quan, đơn vị nghiêm túc triển khai thực hiện./.
Nơi nhận:\tKT. GIÁM ĐỐC
- UBND tỉnh (b/c);\tPHÓ GIÁM ĐỐC
- Các sở, ban, ngành;
- UBND các huyện,
thành phố;
- Lưu: VT, CCHC.\tĐặng Thị Minh Tâm
"""

COMMUNE = """
ỦY BAN NHÂN DÂN
PHƯỜNG AN PHÚ
Số: 33/KH-UBND
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
An Phú, ngày 09 tháng 02 năm 2026
KẾ HOẠCH
Nâng cao chất lượng phục vụ người dân và Chỉ số PAPI
trên địa bàn phường năm 2026
Thực hiện Kế hoạch số 12/KH-UBND ngày 15/01/2026 của UBND thành phố, UBND phường xây dựng kế hoạch như sau:
I- MỤC ĐÍCH, YÊU CẦU
1. Mục đích
Phần đấu duy trì thứ hạng của thành phố trong nhóm 15 địa phương dẫn đầu cả nước.
2. Yêu cầu
Các bộ phận bám sát nhiệm vụ được giao.
II- NỘI DUNG
1. Tham gia của người dân ở cấp cơ sở
1.1. Tổ chức ít nhất 02 cuộc đối thoại với người dân trong năm.
1.2. Công khai quy chế dân chủ tại nhà văn hóa khu phố.
2. Công khai, minh bạch trong ra quyết định ở địa phương
2.1. Niêm yết danh sách hộ nghèo theo quy định.
III- TỔ CHỨC THỰC HIỆN
1. Văn phòng HĐND và UBND phường
- Tham mưu UBND phường theo dõi, đôn đốc việc thực hiện Kế hoạch.
- Tổng hợp báo cáo UBND thành phố (qua Sở Nội vụ) trước ngày 10/12.
2. Phòng Văn hóa - Xã hội
Chủ trì, phối hợp với Ủy ban MTTQ Việt Nam phường, các đoàn thể khảo sát sự hài lòng của người dân.
3. Trung tâm Phục vụ hành chính công: Thực hiện nghiêm việc tiếp nhận, trả kết quả hồ sơ đúng hẹn.
4. Đề nghị Ủy ban MTTQ Việt Nam phường và các tổ chức chính trị - xã hội tuyên truyền đến hội viên về
nội dung của Kế hoạch này.
5. Các khu phố
Vận động người dân tham gia khảo sát.
Trong quá trình thực hiện nếu có vướng mắc, các đơn vị phản ánh về Văn phòng HĐND và UBND phường để được hướng dẫn./.
Nơi nhận:
- UBND thành phố;
- Lưu: VT.
TM. ỦY BAN NHÂN DÂN
KT. CHỦ TỊCH
PHÓ CHỦ TỊCH
(Đã ký)
Lê Hoàng Nam
"""

DECISION = """
ỦY BAN NHÂN DÂN
TỈNH TÂN BÌNH
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Số: 456/QĐ-UBND
Tân Bình, ngày tháng 4 năm 2022
QUYẾT ĐỊNH
Ban hành Kế hoạch nâng cao Chỉ số PAPI tỉnh Tân Bình năm 2022
CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH
Căn cứ Luật Tổ chức chính quyền địa phương ngày 19/6/2015;
QUYẾT ĐỊNH:
Điều 1. Ban hành kèm theo Quyết định này Kế hoạch nâng cao Chỉ số PAPI tỉnh Tân Bình năm 2022.
Điều 2. Quyết định này có hiệu lực kể từ ngày ký.
Điều 3. Chánh Văn phòng UBND tỉnh, Giám đốc các sở chịu trách nhiệm thi hành Quyết định này./.
Nơi nhận:
- Như Điều 3;
- Lưu: VT.
CHỦ TỊCH
Hoàng Quốc Việt
KẾ HOẠCH
Nâng cao Chỉ số PAPI tỉnh Tân Bình năm 2022
(Ban hành kèm theo Quyết định số 456/QĐ-UBND ngày /4/2022 của Chủ tịch UBND tỉnh)
I. MỤC TIÊU
Phấn đấu tăng điểm số so với năm 2021.
II. NHIỆM VỤ
1. Sở Nội vụ tham mưu tổ chức tập huấn về Chỉ số PAPI trong quý II/2022.
2. Thanh tra tỉnh tăng cường thanh tra trách nhiệm tiếp công dân.
III. TỔ CHỨC THỰC HIỆN
Các sở, ban, ngành và UBND cấp huyện tổ chức thực hiện tốt Kế hoạch này.
PHỤ LỤC I
DANH MỤC NHIỆM VỤ
[bảng]
"""

DIRECTIVE = """
CHỦ TỊCH
ỦY BAN NHÂN DÂN TỈNH PHÚ LỘC
Số: 08/CT-UBND
Phú Lộc, ngày 02 tháng 5 năm 2023
CHỈ THỊ
Về việc tăng cường các giải pháp nâng cao Chỉ số PAPI
Kết quả công bố cho thấy Chỉ số PAPI năm 2022 của tỉnh đạt 40,11 điểm, thuộc nhóm thấp.
Để khắc phục, Chủ tịch UBND tỉnh yêu cầu:
1. Thủ trưởng các sở, ban, ngành; Chủ tịch UBND các huyện, thị xã
a) Quán triệt nội dung Chỉ thị đến toàn thể cán bộ, công chức.
b) Xử lý nghiêm cán bộ gây phiền hà cho người dân.
2. Sở Thông tin và Truyền thông chủ trì hướng dẫn công khai thông tin trên cổng thông tin điện tử.
3. Công an tỉnh: Giữ vững an ninh, trật tự tại địa bàn dân cư.
4. Giao Sở Nội vụ theo dõi, đôn đốc, báo cáo Chủ tịch UBND tỉnh kết quả thực hiện Chỉ thị này.
Yêu cầu Thủ trưởng các cơ quan, đơn vị nghiêm túc thực hiện./.
CHỦ TỊCH
Phan Văn Bảy
Nơi nhận:
- Như trên;
- Lưu: VT, NC.
"""

ROLES = """
UBND TỈNH ĐỒNG PHÚ
Số: 77/KH-UBND
Đồng Phú, ngày 20 tháng 01 năm 2025
KẾ HOẠCH
Cải thiện Chỉ số PAPI tỉnh Đồng Phú năm 2025
I. MỤC ĐÍCH, YÊU CẦU
Nâng cao chất lượng phục vụ.
II. NỘI DUNG, NHIỆM VỤ
1. Chỉ số nội dung 1: Tham gia của người dân ở cấp cơ sở
1.1. Tổ chức tập huấn về dân chủ ở cơ sở cho trưởng thôn
- Cơ quan chủ trì: Sở Nội vụ.
- Cơ quan phối hợp: Sở Tư pháp; UBND cấp huyện.
- Thời gian hoàn thành: Quý II/2025.
1.2. Công khai các khoản đóng góp tự nguyện.
* Đơn vị chủ trì thực hiện: UBND cấp xã; thời gian: Thường xuyên.
2. Chỉ số nội dung 2: Công khai, minh bạch
- Đăng tải danh sách hộ nghèo trên trang thông tin điện tử cấp xã.
- Niêm yết bảng giá đất tại trụ sở.
Trách nhiệm thực hiện: Sở Nông nghiệp và Môi trường chủ trì, phối hợp với UBND cấp xã.
- Rà soát thu, chi ngân sách cấp xã. Cơ quan chủ trì: Sở Tài chính; sản phẩm: Báo cáo rà soát.
III. TỔ CHỨC THỰC HIỆN
1. Sở Nội vụ
- Theo dõi, đôn đốc việc thực hiện Kế hoạch.
"""

FRAGMENTS = """
KẾ HOẠCH
QUYẾT ĐỊNH
I. MỤC TIÊU
II. NHIỆM VỤ
1. Sở Nội vụ:
- Sở Y tế chủ trì
a) Đề nghị Ủy ban MTTQ tỉnh
+ Báo cáo hằng quý trước ngày 15
(Kèm theo Kế hoạch số /KH-UBND)
PHỤ LỤC
Số: /KH-UBND
Nơi nhận:
TM. ỦY BAN NHÂN DÂN
- Thời gian: Quý
- Cơ quan chủ trì:
[bảng]
Phấn đấu đạt 43,5 điểm
ngày tháng năm 2024
Điều 1. Ban hành
Căn cứ; số
:
.
-
(
“
""".strip().split("\n")
