"""Tables of disclosure: what must be public and where it is, drafts for comment, the ledger of contributions."""

from dondoc.disclosure.models.consultation import Comment, Consultation
from dondoc.disclosure.models.ledger import Collection, LedgerEntry
from dondoc.disclosure.models.register import Correction, Item, Posting, Publication

__all__ = ["Collection", "Comment", "Consultation", "Correction", "Item", "LedgerEntry", "Posting", "Publication"]
