"""What accounts tell the apps above."""

from dataclasses import dataclass
from typing import ClassVar


@dataclass(frozen=True, slots=True)
class InvitationAccepted:
    """A person made their account: `units` gives it the membership that it was invited for."""

    NAME: ClassVar[str] = "accounts.invitation-accepted"
    invitation_id: int
    user_id: int
