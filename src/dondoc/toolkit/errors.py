"""Refusals: an input that cannot be taken says what, where and how to mend it, and changes nothing."""


class BadInput(Exception):  # noqa: N818 - a refusal, not a fault
    """A refused input. `code` is stable and documented; `message` is one Vietnamese sentence for the person.

    The command line prints the message and exits with 2; a page shows it beside the field and keeps what was typed.
    """

    def __init__(self, code: str, message: str) -> None:
        super().__init__(message)
        self.code = code
        self.message = message
