"""Addresses of the engine, under /viec/; of urging, under /don-doc/; of what a person was told, under /thong-bao/."""

from django.urls import path

from dondoc.duties.views import assigning, export, notices, obligation, occasions, urging, urging_rules, way_up

urlpatterns = [
    path("xuat.xlsx", export.obligations_xlsx, name="obligations-xlsx"),
    path("su-kien/", occasions.occasions, name="occasions"),
    path("su-kien/<slug:code>/", occasions.occasion_add, name="occasion-add"),
    path("<slug:code>/", obligation.obligation, name="obligation"),
    path("<slug:code>/giao/", assigning.obligation_assign, name="obligation-assign"),
    path("<slug:code>/tep/<slug:file>/", obligation.evidence_file, name="obligation-file"),
    path("<slug:code>/<slug:verb>/", obligation.obligation_move, name="obligation-move"),
]

urging_patterns = [
    path("", urging.late, name="urging"),
    path("qua-han.xlsx", urging.late_sheet, name="urging-sheet"),
    path("de-nghi/", urging.asked, name="urging-asked"),
    path("co-quan/<slug:code>/", urging.agency, name="urging-agency"),
    path("soan/<slug:what>/", urging.write, name="letters-write"),
    path("cong-van/", urging.letters, name="letters"),
    path("cong-van/lo/<slug:batch>.zip", urging.letters_zip, name="letters-zip"),
    path("cong-van/<slug:code>.docx", urging.letter_file, name="letter-docx"),
    path("cong-van/<slug:code>/", urging.letter, name="letter"),
    path("cong-van/<slug:code>/huy/", urging.letter_withdraw, name="letter-withdraw"),
    path("bao-cao-len/", way_up.way_up, name="way-up"),
    path("bao-cao-len.docx", way_up.way_up_file, name="way-up-docx"),
    path("quy-tac/", urging_rules.rules, name="urging-rules"),
    path("quy-tac/bao-cao-len/", urging_rules.way_up_rule, name="way-up-rule"),
    path("quy-tac/<slug:code>/bo/", urging_rules.rule_end, name="urging-rule-end"),
    path("tin-gui/", notices.messages, name="messages"),
    path("tin-gui/<int:pk>/", notices.message_decide, name="message-decide"),
]
notice_patterns = [
    path("", notices.notices, name="notices"),
    path("da-doc/", notices.notices_read, name="notices-read"),
    path("cach-nhan/", notices.notice_choices, name="notice-choices"),
]
