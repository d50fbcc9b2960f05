"""How long what is personal is kept: no longer than it is needed (Luật Bảo vệ dữ liệu cá nhân 91/2025/QH15). The
figures are ours; the law names none for this."""

# Days after the answer for which a writer may still be called back; a report that is reopened begins anew.
CONTACT_DAYS = 90
