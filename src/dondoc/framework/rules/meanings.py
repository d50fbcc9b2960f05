"""What each component of PAPI asks citizens about, in our own words: one sentence for those who must move it.

Written from the names of the components and of their indicators in the yearly reports (papi.org.vn, 2011-2024); it
explains, it is no wording of the questionnaire.
"""

from collections.abc import Mapping

MEANINGS: Mapping[str, str] = {
    "D1_KNOW": "Người dân có biết quyền của mình và các chính sách, vị trí dân cử ở cơ sở hay không.",
    "D1_OPP": "Người dân có cơ hội tham gia bầu cử, bỏ phiếu, góp ý ở nơi mình sống hay không.",
    "D1_ELEC": "Bầu trưởng thôn, tổ trưởng tổ dân phố có nhiều người ứng cử, bỏ phiếu kín, công bố kết quả hay không.",
    "D1_CONTR": "Đóng góp cho công trình là tự nguyện, được bàn, được ghi sổ và được giám sát hay bị ép.",
    "D2_INFO": "Người dân hỏi thông tin chính sách, pháp luật có được cung cấp, thông tin có hữu ích và tin cậy không.",
    "D2_POOR": "Danh sách hộ nghèo có được công khai và người dân có cho là đúng đối tượng không.",
    "D2_BUDGET": "Thu, chi ngân sách cấp xã có được công khai, người dân có xem và có tin không.",
    "D2_LAND": "Người dân có biết, được góp ý kế hoạch sử dụng đất, giá đền bù và được bồi thường thỏa đáng.",
    "D3_INTERACT": "Người dân gặp, hỏi trưởng thôn, cán bộ xã, đại biểu khi có vướng mắc và việc đó có ích không.",
    "D3_RESPONSE": "Kiến nghị, khiếu nại, tố giác của người dân có được trả lời và trả lời thỏa đáng không.",
    "D3_JUSTICE": "Người dân có tin tòa án, cơ quan tư pháp và dùng khi có tranh chấp không.",
    "D4_GOV": "Người dân có thấy việc dùng công quỹ vào việc riêng, đưa tiền ngoài quy định khi làm giấy tờ hay không.",
    "D4_SERV": "Người dân có phải đưa tiền thêm ở bệnh viện, trường học công lập hay không.",
    "D4_JOB": "Xin việc vào cơ quan nhà nước có cần quen biết, lót tay hay không.",
    "D4_WILL": "Chính quyền có quyết tâm xử lý tham nhũng và người dân có sẵn sàng tố giác không.",
    "D5_CERT": "Chứng thực, xác nhận: rõ thủ tục, phí, hẹn đúng ngày, cán bộ thạo việc và tôn trọng dân.",
    "D3_PIB": "Ban thanh tra nhân dân có được lập, được dân biết và làm việc có hiệu quả không.",
    "D3_CISB": "Ban giám sát đầu tư của cộng đồng có được lập, được dân biết và làm việc có hiệu quả không.",
    "D5_CONSTR": "Cấp phép xây dựng: rõ thủ tục, phí, hẹn đúng ngày, không phải qua nhiều cửa.",
    "D5_LAND": "Giấy chứng nhận quyền sử dụng đất: rõ thủ tục, phí, hẹn đúng ngày, không phải qua nhiều cửa.",
    "D5_COMMUNE": "Thủ tục ở cấp xã: rõ thủ tục, phí, hẹn đúng ngày, cán bộ thạo việc và tôn trọng dân.",
    "D6_HEALTH": "Bệnh viện công: bảo hiểm y tế có ích, chờ đợi, giường bệnh, thái độ, chi phí hợp lý.",
    "D6_EDU": "Trường tiểu học công: khoảng cách, phòng học, giáo viên, nhà trường có phản hồi với phụ huynh.",
    "D6_INFRA": "Điện, đường, nước sạch, thu gom rác có đến hộ gia đình không.",
    "D6_SECUR": "Người dân có thấy an toàn, có bị trộm cắp, hành hung trong năm hay không.",
    "D7_SERIOUS": "Chính quyền và doanh nghiệp có nghiêm túc bảo vệ môi trường, phản ánh có được xử lý không.",
    "D7_AIR": "Người dân đánh giá không khí nơi mình ở tốt đến đâu.",
    "D7_WATER": "Nước sông, suối gần nhà có sạch để dùng trong sinh hoạt hay không.",
    "D8_PORTAL": "Người dân có tìm được thông tin, biểu mẫu và làm được thủ tục trên cổng của chính quyền không.",
    "D8_INTERNET": "Người dân có mạng ở nhà và đọc tin trong nước qua mạng hay không.",
    "D8_RESP": "Hỏi qua cổng thông tin, trang điện tử có được chính quyền trả lời hay không.",
}
