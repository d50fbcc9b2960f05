"""What `dondoc check` asks the ledger to prove: every line carries the sums of all lines up to it."""

from collections.abc import Iterator

from dondoc.disclosure.models import Collection, LedgerEntry
from dondoc.disclosure.rules.ledger import Line, Side, Sums


def faults() -> Iterator[str]:
    """One line for each collection whose sums do not agree with its lines."""
    for collection in Collection.objects.order_by("pk").iterator(chunk_size=200):
        sums, number = Sums(), 0
        for entry in LedgerEntry.objects.filter(collection=collection).order_by("number"):
            sums, number = sums.plus(Line(Side(entry.side), entry.amount)), number + 1
            if (entry.number, entry.collected, entry.spent, entry.left) != (
                number,
                sums.collected,
                sums.spent,
                sums.left,
            ):
                yield f"ledger {collection.code}: line {entry.number} does not agree with the lines before it"
                break
        else:
            held = (collection.lines, collection.collected, collection.spent, collection.left)
            if held != (number, sums.collected, sums.spent, sums.left):
                yield f"ledger {collection.code}: its sums do not agree with its {number} lines"
