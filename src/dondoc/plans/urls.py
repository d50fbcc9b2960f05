"""Addresses of plans, under /ke-hoach/."""

from django.urls import path

from dondoc.plans.views import amend, drafting, goals, issue, plans, review, revising, writing

urlpatterns = [
    path("", plans.plan_list, name="plans"),
    path("moi/", plans.plan_upload, name="plan-upload"),
    path("soan/", writing.plan_write, name="plan-write"),
    path("<slug:code>/", plans.plan_page, name="plan"),
    path("<slug:code>/xlsx/", plans.plan_xlsx, name="plan-xlsx"),
    path("<slug:code>/ke-hoach.docx", plans.plan_docx, name="plan-docx"),
    path("<slug:code>/cap-duoi/", writing.cascade, name="plan-cascade"),
    path("<slug:code>/cap-tren/", writing.link_above, name="plan-above"),
    path("<slug:code>/tep/", plans.plan_file_replace, name="plan-file-replace"),
    path("<slug:code>/van-ban/", plans.plan_file, name="plan-file"),
    path("<slug:code>/duyet-lai/", review.plan_review, name="plan-review"),
    path("<slug:code>/duyet-lai/chac-chan/", review.certain_accept, name="plan-accept-certain"),
    path("<slug:code>/ten-co-quan/", drafting.names_resolve, name="plan-names"),
    path("<slug:code>/ten-va-muc-tieu/", drafting.heading_edit, name="plan-heading"),
    path("<slug:code>/muc-tieu/", goals.plan_goals, name="plan-goals"),
    path("<slug:code>/muc-tieu/<int:number>/", goals.goal_measure, name="goal-measure"),
    path("<slug:code>/viec/moi/", drafting.task_add, name="task-add"),
    path("<slug:code>/viec/<slug:task>/", review.task_edit, name="task-edit"),
    path("<slug:code>/viec/<slug:task>/gop/", drafting.task_merge, name="task-merge"),
    path("<slug:code>/nhiem-vu/<slug:task>/", revising.task_page, name="task"),
    path("<slug:code>/nhiem-vu/<slug:task>/thay-doi/", revising.task_revise, name="task-revise"),
    path("<slug:code>/ky-bao-cao/<int:number>/", drafting.rule_confirm, name="plan-rule"),
    path("<slug:code>/nhom/<slug:group>/", drafting.group_choose, name="plan-group"),
    path("<slug:code>/sua-doi/", amend.plan_amend, name="plan-amend"),
    path("<slug:code>/so-sanh/", amend.plan_compare, name="plan-compare"),
    path("<slug:code>/trinh/", issue.plan_submit, name="plan-submit"),
    path("<slug:code>/duyet/", issue.plan_approve, name="plan-approve"),
    path("<slug:code>/ban-hanh/", issue.plan_issue, name="plan-issue"),
    path("<slug:code>/ket-thuc/", issue.plan_close, name="plan-close"),
]
