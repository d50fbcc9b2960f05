"""Vietnamese sentences that can be said in another language although values are filled into them."""

from collections.abc import Callable, Iterable


class Saying(str):
    """A sentence that keeps its pattern (`"Còn {count} chỗ."`, the message id of the catalogue) and what fills it.

    As text it is the filled Vietnamese sentence, so that it can be kept, compared and written to a file. A value that
    is a `Saying` is a word of ours and said along; any other (a name, what was typed) is a quotation and stays. Without
    values nothing is filled in: a brace stays a brace.
    """

    pattern: str
    values: dict[str, object]

    def __new__(cls, pattern: str, /, **values: object) -> "Saying":
        made = super().__new__(cls, pattern.format_map(values) if values else pattern)
        made.pattern, made.values = str(pattern), values
        return made

    def told(self, say: Callable[[str], str]) -> str:
        """The sentence in the language of `say`: first the pattern is said, then the values fill it."""
        pattern = say(self.pattern) if self.pattern else ""
        told = {name: value.told(say) if isinstance(value, Saying) else value for name, value in self.values.items()}
        return pattern.format_map(told) if told else pattern


def listed(sentences: Iterable[Saying], *, by: str = ", ") -> Saying:
    """Several as one: "Quý I/2026: chốt 10/03/2026, Quý II/2026: chốt 11/06/2026"."""
    values = {f"said_{number}": one for number, one in enumerate(sentences)}
    return Saying(by.join(f"{{{name}}}" for name in values), **values)
