"""Refusals: an input that cannot be taken says what, where and how to mend it, and changes nothing."""

from dondoc.toolkit.sayings import Saying


class BadInput(Exception):  # noqa: N818 - a refusal, not a fault
    """A refused input. `code` is stable and documented; `message` is one Vietnamese sentence for the person.

    What differs from case to case is a value of the pattern, `BadInput(code, "Năm {year} …", year=year)`, so that a
    page says it in its reader's language. The command line prints the message and exits with 2; a page shows it
    beside the field and keeps what was typed.
    """

    def __init__(self, code: str, message: str, /, **values: object) -> None:
        self.code = code
        self.message: Saying = message if isinstance(message, Saying) and not values else Saying(message, **values)
        super().__init__(self.message)
