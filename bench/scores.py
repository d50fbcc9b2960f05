"""Results in memory, rates and what-if, each beside a plain computation with pandas in the same run.

    python bench/scores.py

Prints how long the shipped results take to read (from the table and from an embedded database) and to store; the rates
of four goals from every start group over all cases; a thousand what-ifs with total, place and group. The peer is what
one would write with pandas; both must agree before times are told. pandas is no dependency: without it the peer is
skipped with a word. The figures we state: all results within 2 s, a page within 100 ms (bench/pages.py).
"""

import os
import random
import statistics
import tempfile
import time
from collections.abc import Callable
from decimal import Decimal
from importlib.resources import files
from typing import Any

RUNS = 5
GOALS = ("rank+5", "group+1", "score+", "score+,group+1")
YEAR, MANY = 2023, 1000
NEW_SAMPLE_AFTER = {2014, 2017, 2020}


def seconds(call: Callable[[], object], runs: int = RUNS) -> float:
    took = []
    for _ in range(runs):
        start = time.perf_counter()
        call()
        took.append(time.perf_counter() - start)
    return statistics.median(took)


def told(what: str, ours: float, peer: float | None) -> None:
    beside = (
        f"   pandas {peer * 1000:9.1f} ms   {peer / ours:5.1f} x" if peer is not None else "   (pandas is not here)"
    )
    print(f"{what:58} {ours * 1000:9.1f} ms{beside}")


def loading() -> None:
    """The database in a place of its own: stored once, read as a page would after a start."""
    os.environ |= {"DONDOC_DATA": tempfile.mkdtemp(prefix="dondoc-bench-"), "DONDOC_DATABASE": ""}
    from dondoc.config import commands

    commands.migrate()
    from django.utils import timezone

    from dondoc.scores.actions.storing import store_shipped
    from dondoc.scores.adapters.tables import shipped_panel
    from dondoc.scores.queries import store

    def fresh() -> object:
        store._held.clear()
        return store.stored()

    def read() -> object:
        shipped_panel.cache_clear()
        return shipped_panel()

    told("read from the shipped table (28,854 figures)", seconds(read), None)
    told("stored in an embedded database", seconds(lambda: store_shipped(by=None, at=timezone.now()), 1), None)
    told("read from the database", seconds(fresh), None)
    told("known to stand unchanged", seconds(store.stored), None)


def our_rates() -> dict[tuple[str, int, bool], tuple[int, int]]:
    from dondoc.scores.adapters.tables import shipped_panel
    from dondoc.scores.rules.goals import parse_goals
    from dondoc.scores.rules.odds import Start, rate
    from dondoc.scores.rules.panel import Group
    from dondoc.scores.rules.transitions import transitions

    cases = transitions(shipped_panel())
    found = {}
    for goal in GOALS:
        for group in Group:
            for is_new in (False, True):
                start = Start(30, group, Decimal(40))
                one = rate(parse_goals(goal), cases, start, is_new_sample=is_new)
                found[goal, int(group), is_new] = (one.met, one.cases) if one else (0, 0)
    return found


def peer_table(pandas: Any) -> Any:
    with (files("dondoc.scores") / "data" / "scores.csv").open(encoding="utf-8") as file:
        wide = pandas.read_csv(file)
    return wide[wide.code == "TOTAL"].drop(columns="code").set_index("year").astype(float)


def peer_rates(pandas: Any, wide: Any) -> dict[tuple[str, int, bool], tuple[int, int]]:
    """Quartiles by linear quantiles with the cut going up, ranks among provinces of both years."""
    frames = []
    for year in range(2011, 2024):
        old, new = wide.loc[year].dropna(), wide.loc[year + 1].dropna()
        both = old.index.intersection(new.index)
        groups = [sum((one >= one.quantile(q) - 1e-9).astype(int) for q in (0.25, 0.5, 0.75)) for one in (old, new)]
        frames.append(
            pandas.DataFrame(
                {
                    "group": groups[0][both],
                    "risen": groups[1][both] - groups[0][both],
                    "climbed": old[both].rank(ascending=False, method="min")
                    - new[both].rank(ascending=False, method="min"),
                    "gain": (new[both] - old[both]) if year != 2017 else float("nan"),
                    "is_new": year in NEW_SAMPLE_AFTER,
                }
            )
        )
    cases = pandas.concat(frames)
    verdicts = {
        "rank+5": (cases.climbed >= 5, cases.climbed.notna()),
        "group+1": (cases.risen >= 1, cases.climbed.notna()),
        "score+": (cases.gain > 0, cases.gain.notna()),
        "score+,group+1": ((cases.gain > 0) & (cases.risen >= 1), cases.gain.notna()),
    }
    found = {}
    for goal, (met, known) in verdicts.items():
        for group in range(4):
            for is_new in (False, True):
                like = (cases.group == group) & (cases.is_new == is_new) & known
                found[goal, group, is_new] = (int((met & like).sum()), int(like.sum()))
    return found


def suppositions() -> list[tuple[str, dict[str, Decimal]]]:
    """The same thousand each time: a province, and three components a little higher."""
    from dondoc.scores.adapters.tables import shipped_panel

    panel, chance = shipped_panel(), random.Random(2026)
    codes = [code for code in panel.codes(YEAR) if "_" in code]
    places = sorted(panel.column("TOTAL", YEAR))
    found = []
    for _ in range(MANY):
        place = chance.choice(places)
        moved = {
            c: panel.column(c, YEAR)[place] + Decimal(chance.randint(0, 20)) / 100 for c in chance.sample(codes, 3)
        }
        ends = {c: min(score, Decimal("2.5")) for c, score in moved.items()}
        found.append((place, {c: max(score, panel.column(c, YEAR)[place]) for c, score in ends.items()}))
    return found


def our_what_if(asked: list[tuple[str, dict[str, Decimal]]]) -> list[tuple[float, int]]:
    from dondoc.scores.adapters.tables import shipped_panel
    from dondoc.scores.rules.what_if import suppose

    panel = shipped_panel()
    found = [suppose(panel, place, YEAR, moved) for place, moved in asked]
    return [(float(one.total), one.rank) for one in found]


def peer_what_if(pandas: Any, asked: list[tuple[str, dict[str, Decimal]]]) -> list[tuple[float, int]]:
    with (files("dondoc.scores") / "data" / "scores.csv").open(encoding="utf-8") as file:
        wide = pandas.read_csv(file)
    year = wide[wide.year == YEAR].drop(columns="year").set_index("code").astype(float)
    found = []
    for place, moved in asked:
        total = year.loc["TOTAL"].dropna().copy()
        total[place] += sum(float(score) - year.loc[code, place] for code, score in moved.items())
        ranked = total.rank(ascending=False, method="min")
        [(total >= total.quantile(q)) for q in (0.25, 0.5, 0.75)]
        found.append((total[place], int(ranked[place])))
    return found


def main() -> None:
    try:
        import pandas
    except ImportError:
        pandas = None
        print("pandas is not here: nothing to compare with; our own times follow")
    loading()
    asked = suppositions()
    if pandas is None:
        told("rates of four goals from every start, all cases", seconds(our_rates), None)
        told("a thousand what-ifs: total, place, group", seconds(lambda: our_what_if(asked), 3), None)
        return
    wide = peer_table(pandas)
    assert our_rates() == peer_rates(pandas, wide), "the rates disagree"
    ours, peers = our_what_if(asked), peer_what_if(pandas, asked)
    assert all(abs(a[0] - b[0]) < 1e-6 and a[1] == b[1] for a, b in zip(ours, peers, strict=True)), "what-ifs disagree"
    told(
        "rates of four goals from every start, all cases", seconds(our_rates), seconds(lambda: peer_rates(pandas, wide))
    )
    told(
        "a thousand what-ifs: total, place, group",
        seconds(lambda: our_what_if(asked), 3),
        seconds(lambda: peer_what_if(pandas, asked), 3),
    )


if __name__ == "__main__":
    main()
