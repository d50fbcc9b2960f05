"""Kinds of agencies that the product itself asks for; all others are plain data of `departments`."""

COMMITTEE = "ubnd"
# Who keeps the plans of a unit together: Home Affairs, and in a commune of today Culture and Society (NĐ 150/2025).
HOME_AFFAIRS = ("t-noi-vu", "h-noi-vu", "x-van-hoa-xa-hoi")
OTHER = "khac"
