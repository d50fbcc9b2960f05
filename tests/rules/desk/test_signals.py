"""What a component brings to a person's eyes."""

from dataclasses import replace

import pytest

from dondoc.desk.rules.signals import Sign, Stand, signs

CALM = Stand(is_weak=False, moved=0.1, reliability=0.7, tasks=2, asked=4, settled=3, late=0)


def test_nothing_to_see() -> None:
    assert signs(CALM) == []


@pytest.mark.parametrize(
    ("more", "found"),
    [
        ({"is_weak": True, "tasks": 0, "asked": 0, "settled": 0}, [Sign.WEAK_WITHOUT_TASK]),
        ({"is_weak": True, "late": 1}, [Sign.LATE_AND_WEAK]),
        ({"late": 1}, []),
        ({"tasks": 0, "asked": 0, "settled": 0}, []),
        ({"settled": 4, "moved": -0.02}, [Sign.DONE_NOT_MOVED]),
        ({"settled": 4, "moved": 0.0}, [Sign.DONE_NOT_MOVED]),
        ({"settled": 4, "moved": 0.01}, []),
        ({"settled": 4, "moved": None}, []),
        ({"settled": 3, "moved": -0.5}, []),
        ({"asked": 2, "settled": 2, "moved": -0.5}, []),
        ({"asked": 0, "settled": 0, "moved": -0.5}, []),
        ({"reliability": 0.39}, [Sign.NOISY]),
        ({"reliability": 0.4}, []),
        ({"reliability": None}, []),
        ({"is_weak": True, "late": 2, "reliability": 0.1}, [Sign.LATE_AND_WEAK, Sign.NOISY]),
    ],
)
def test_signs(more: dict[str, object], found: list[Sign]) -> None:
    assert signs(replace(CALM, **more)) == found  # type: ignore[arg-type]
