"""Words in what was made public."""

from collections.abc import Iterable

from dondoc.disclosure.queries.public import PublicItem
from dondoc.toolkit.text import fold


def searched_items(items: Iterable[PublicItem], wanted: str) -> list[PublicItem]:
    """Those whose title, item or number holds every word (folded)."""
    words = wanted.split()
    return [one for one in items if all(word in fold(f"{one.title} {one.item} {one.number}") for word in words)]
