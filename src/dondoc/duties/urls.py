"""Addresses of the engine, under /viec/; of urging, under /don-doc/; of what a person was told, under /thong-bao/."""

from django.urls import path

from dondoc.duties.views import (
    assigning,
    difficulties,
    evaluation,
    evaluation_files,
    letters,
    notices,
    obligation,
    occasions,
    rules,
    sheet,
    splits,
    urging,
    urging_rules,
    way_up,
)

urlpatterns = [
    path("phan-cong/", rules.rule_agencies, name="assignment-agencies"),
    path("phan-cong/<slug:code>/", rules.rules, name="assignment-rules"),
    path("phan-cong/<slug:code>/ap-dung/", rules.rules_apply, name="assignment-apply"),
    path("phan-cong/<slug:code>/bo/<slug:rule>/", rules.rule_withdraw, name="assignment-withdraw"),
    path("kho-khan/", difficulties.difficulties, name="difficulties"),
    path("kho-khan/moi/", difficulties.difficulty_raise, name="difficulty-raise"),
    path("kho-khan/<slug:code>/", difficulties.difficulty, name="difficulty"),
    path("kho-khan/<slug:code>/<slug:verb>/", difficulties.difficulty_move, name="difficulty-move"),
    path("chia-tach/", splits.splits, name="splits"),
    path("chia-tach/<slug:code>/", splits.split, name="split"),
    path("su-kien/", occasions.occasions, name="occasions"),
    path("su-kien/<slug:code>/", occasions.occasion_add, name="occasion-add"),
    path("nap-danh-sach/", sheet.sheet_upload, name="obligations-upload"),
    path("nap-danh-sach/<slug:file>/", sheet.sheet_trial, name="obligations-trial"),
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
    path("cong-van/", letters.letters, name="letters"),
    path("cong-van/lo/<slug:batch>.zip", letters.letters_zip, name="letters-zip"),
    path("cong-van/<slug:code>.docx", letters.letter_file, name="letter-docx"),
    path("cong-van/<slug:code>/", letters.letter, name="letter"),
    path("cong-van/<slug:code>/ban-ky/", letters.letter_copy, name="letter-copy"),
    path("cong-van/<slug:code>/huy/", letters.letter_withdraw, name="letter-withdraw"),
    path("bao-cao-len/", way_up.way_up, name="way-up"),
    path("bao-cao-len.docx", way_up.way_up_file, name="way-up-docx"),
    path("quy-tac/", urging_rules.rules, name="urging-rules"),
    path("quy-tac/bao-cao-len/", urging_rules.way_up_rule, name="way-up-rule"),
    path("quy-tac/bao-cao-len/<slug:code>/", urging_rules.way_up_regime, name="way-up-regime"),
    path("quy-tac/<slug:code>/bo/", urging_rules.rule_end, name="urging-rule-end"),
    path("tin-gui/", notices.messages, name="messages"),
    path("tin-gui/<int:pk>/", notices.message_decide, name="message-decide"),
]
notice_patterns = [
    path("", notices.notices, name="notices"),
    path("da-doc/", notices.notices_read, name="notices-read"),
    path("cach-nhan/", notices.notice_choices, name="notice-choices"),
]
evaluation_patterns = [
    path("", evaluation.evaluations, name="evaluations"),
    path("quy-tac/<slug:unit>/<int:year>/", evaluation.evaluation_rule, name="evaluation-rule"),
    path("tinh/<slug:unit>/<int:year>/", evaluation.evaluation_begin, name="evaluation-begin"),
    path("<slug:code>.docx", evaluation_files.evaluation_docx, name="evaluation-docx"),
    path("<slug:code>.xlsx", evaluation_files.evaluation_xlsx, name="evaluation-xlsx"),
    path("<slug:code>/cchc.xlsx", evaluation_files.evaluation_reform, name="evaluation-reform"),
    path("<slug:code>/", evaluation.evaluation, name="evaluation"),
    path("<slug:code>/co-quan/<slug:agency>/", evaluation.score, name="evaluation-score"),
    path("<slug:code>/kien-nghi/<slug:objection>/", evaluation.objection_answer, name="objection-answer"),
    path("<slug:code>/<slug:verb>/", evaluation.evaluation_move, name="evaluation-move"),
]
