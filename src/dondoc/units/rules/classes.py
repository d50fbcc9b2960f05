"""Classes of agencies by how their names begin: what "các sở, ban, ngành" and "các đoàn thể" choose from.

A class is a handful of beginnings of the name as `forms.flat_form` writes it (the first part of `Agency.search`), so
that a database can pick its members by itself.
"""

BEGINNINGS: dict[str, tuple[str, ...]] = {
    "committee": ("ubnd", "uy ban nhan dan"),
    "council": ("hdnd", "hoi dong nhan dan", "thuong truc hdnd", "thuong truc hoi dong nhan dan"),
    "department": ("so ",),
    "division": ("phong ",),
    "office": ("van phong", "vp "),
    "inspectorate": ("thanh tra",),
    "board": ("ban ",),
    "police": ("cong an",),
    "military": ("ban chi huy quan su", "bo chi huy", "bch quan su", "bo doi bien phong", "don bien phong"),
    "court": ("toa an", "tand"),
    "procuracy": ("vien kiem sat", "vks"),
    "judgment": ("thi hanh an", "cuc thi hanh an", "chi cuc thi hanh an"),
    "branch": ("cuc ", "chi cuc ", "co quan thue", "co quan thong ke", "thue ", "kho bac",
               "bao hiem xa hoi", "bhxh", "hat kiem lam", "doi quan ly"),
    "one-stop": ("trung tam hanh chinh cong", "bo phan mot cua", "bo phan tiep nhan"),
    "centre": ("trung tam",),
    "health": ("tram y te", "trung tam y te", "benh vien"),
    "school": ("truong ",),
    "media": ("dai ", "bao ", "trung tam truyen thong", "trung tam van hoa", "cong thong tin"),
    "front": ("mttq",),
    "mass": ("hoi ", "doan thanh nien", "lien doan lao dong", "cong doan"),
    "party": ("tinh uy", "thanh uy", "huyen uy", "dang uy", "ban to chuc", "ban tuyen giao", "ban xay dung dang",
              "ban noi chinh", "uy ban kiem tra"),
}  # fmt: skip


def beginnings_of(classes: tuple[str, ...] | list[str]) -> tuple[str, ...]:
    """The beginnings of folded names of the classes; an unknown class has none."""
    return tuple(dict.fromkeys(start for name in classes for start in BEGINNINGS.get(name, ())))


def class_of(folded: str) -> str:
    """The class with the longest beginning that a name has, or nothing."""
    fits = [(len(start), name) for name, starts in BEGINNINGS.items() for start in starts if folded.startswith(start)]
    return max(fits)[1] if fits else ""
