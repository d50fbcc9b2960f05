"""Outside one's scope is 404: the idiom of every `access` drawer.

    def get_plan_for(actor: User, code: str) -> Plan:
        return found(visible_plans(actor).filter(code=code))

A stranger must not learn that a thing exists, so "not yours" and "not there" are one answer.
"""

from typing import TypeVar

from django.db.models import Model, QuerySet
from django.http import Http404

M = TypeVar("M", bound=Model)


def found(query: QuerySet[M]) -> M:
    """The one row of a query already narrowed to what the actor may see, or 404."""
    row = query.first()
    if row is None:
        raise Http404
    return row
