"""Words of time that a scanner misread by one letter ("Thường xuvên", "Tliáng 5"), put right.

Only tried on phrases that give nothing as they are: a reading that holds is never changed.
"""

_WORDS = ("thuong", "xuyen", "thang", "truoc", "dinh", "hang", "ngay", "theo")


def without_slips(flat: str) -> str:
    """The folded words, each that is one letter away from a word of time replaced by it."""
    return " ".join(_nearest(word) for word in flat.split(" "))


def _nearest(word: str) -> str:
    if word in _WORDS or not 4 <= len(word) <= 7:
        return word
    return next((known for known in _WORDS if _is_one_apart(word, known)), word)


def _is_one_apart(word: str, known: str) -> bool:
    """One letter replaced, dropped or added; "li" for "h" counts as one."""
    if word.replace("li", "h") == known:
        return True
    if len(word) == len(known):
        return sum(a != b for a, b in zip(word, known, strict=True)) == 1
    short, long = sorted((word, known), key=len)
    return len(long) == len(short) + 1 and any(long[:i] + long[i + 1 :] == short for i in range(len(long)))
