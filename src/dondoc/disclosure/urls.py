"""Addresses of disclosure, under /cong-khai/."""

from django.urls import path

from dondoc.disclosure.views import board, consulting, items, ledger, papers, publishing

urlpatterns = [
    path("", board.board, name="disclosure"),
    path("xuat.xlsx", board.board_sheet, name="disclosure-sheet"),
    path("don-vi/<slug:code>/", board.unit, name="disclosure-unit"),
    path("don-vi/<slug:code>/nap-danh-muc/", board.adopt, name="disclosure-adopt"),
    path("don-vi/<slug:code>/them/", items.item_add, name="disclosure-item-add"),
    path("don-vi/<slug:code>/dang/<slug:item>/", publishing.publish, name="publish"),
    path("don-vi/<slug:code>/van-ban/<slug:item>/", publishing.decision, name="disclosure-decision"),
    path("viec/<slug:code>/", publishing.owed, name="disclosure-owed"),
    path("viec/<slug:code>/khong-phat-sinh/", publishing.nothing, name="disclosure-nothing"),
    path("don-vi/<slug:code>/ke-hoach-<int:year>.docx", papers.plan, name="disclosure-plan"),
    path("don-vi/<slug:code>/danh-muc-<int:year>-<int:quarter>.docx", papers.listing, name="disclosure-list"),
    path("don-vi/<slug:code>/lay-y-kien/", consulting.consultations, name="consultations"),
    path("don-vi/<slug:code>/dong-gop/", ledger.collections, name="collections"),
    path("lay-y-kien/<slug:code>/", consulting.consultation, name="consultation"),
    path("lay-y-kien/<slug:code>/<slug:verb>/", consulting.consultation_act, name="consultation-act"),
    path("gop-y/<slug:code>/", consulting.comment, name="comment"),
    path("gop-y/<slug:code>/tep/<slug:file>/", consulting.consultation_file, name="consultation-file"),
    path("khoan/<slug:code>/", ledger.collection, name="collection"),
    path("khoan/<slug:code>/<slug:verb>/", ledger.collection_act, name="collection-act"),
    path("so-dong-gop/<slug:code>/", ledger.ledger, name="ledger"),
    path("so-dong-gop/<slug:code>/xuat.xlsx", ledger.ledger_sheet, name="ledger-sheet"),
    path("noi-dung/<slug:code>/", items.item, name="disclosure-item"),
    path("ban/<slug:code>/", publishing.publication, name="publication"),
    path("ban/<slug:code>/noi/", publishing.postings, name="publication-postings"),
    path("ban/<slug:code>/go/<slug:posting>/", publishing.down, name="posting-down"),
    path("ban/<slug:code>/anh/<slug:posting>/", publishing.proof, name="posting-proof"),
    path("ban/<slug:code>/duong-dan/<slug:posting>/", publishing.link, name="posting-link"),
    path("ban/<slug:code>/dinh-chinh/", publishing.correct, name="publication-correct"),
    path("ban/<slug:code>/rut/", publishing.withdraw, name="publication-withdraw"),
    path("ban/<slug:code>/mo/", publishing.opening, name="publication-open"),
    path("ban/<slug:code>/dung/<slug:obligation>/", publishing.use, name="publication-use"),
    path("ban/<slug:code>/tep/<slug:file>/", publishing.file, name="publication-file"),
]
