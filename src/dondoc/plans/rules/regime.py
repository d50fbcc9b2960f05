"""The reporting regime and one-off deadlines, read from the duties of the body.

A rule of the regime is a sentence that reports in a cycle or on a day of every year; a deadline is a thing to hand in
or do once. Days of cited documents are neither.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from dondoc.plans.rules.drafts import Deadline, ReportingRule
from dondoc.plans.rules.duties import Duty
from dondoc.plans.rules.duties_agents import agencies_at
from dondoc.plans.rules.outline_lines import Line
from dondoc.schedule.rules import reporting_cycles
from dondoc.toolkit.text import key

_SENTENCE = re.compile(r"[^.;\n]+(?:\.\d[^.;\n]*)*")
_REPORT = re.compile(r"\bb[aá]o c[aá]o\b", re.IGNORECASE)
_ONWARD = re.compile(r"(?:,\s*)?\bđể\s+(?:[^.;,]{0,60}?\s)?tổng hợp(?:\s*,|\s+và)?\s+", re.IGNORECASE)
_TO = re.compile(r"\b(?:gửi(?:\s+báo cáo)?(?:\s+về)?|về|báo cáo(?:\s+(?:về|với|cho|lên))?|trình|cho)\s+", re.IGNORECASE)
_VIA = re.compile(r"\(?\s*(?:thông qua|qua|qua đầu mối là|đầu mối là)\s+(?=[A-ZĐ])")
_WHEN_FOLLOWS = re.compile(r"\s+(?:vào|trước|định kỳ|hằng|hàng|chậm nhất|trong|\d).*$")
_SPOKEN = re.compile(r"báo cáo tại (?:phiên|cuộc|kỳ|buổi|hội nghị|giao ban)", re.IGNORECASE)
_DATE = re.compile(
    r"(?:(?P<how>trước|chậm nhất(?: là)?|muộn nhất(?: là)?|xong|hoàn thành|đến hết|đến|vào|trong)\s+)?(?:trước\s+)?"
    r"(?:ngày\s*)?(?P<day>\d{1,2})\s*(?:/|-|\s+tháng\s+)\s*(?P<month>\d{1,2})(?:\s*(?:/|-|\s+năm\s+)\s*(?P<year>20\d{2}))?(?!\d|/)",
    re.IGNORECASE,
)
_CITED = re.compile(r"(?:\bsố\b[^.;]{0,40}|(?:/|-)[A-ZĐ][\w-]*\s+)$")
_HAND_IN = re.compile(
    r"gửi|nộp|hoàn thành|xong|xây dựng|ban hành|đăng ký|báo cáo|trình|tổ chức|thực hiện|triển khai|cung cấp",
    re.IGNORECASE,
)
_YEARLY = re.compile(r"hằng năm|hàng năm|mỗi năm|định kỳ|hằng quý|hàng quý|hằng tháng|hàng tháng", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Sentence:
    text: str
    line: Line
    start: int
    who: str | None


def read_regime(duties: Iterable[Duty], asides: Iterable[Line], *, year: int | None) -> tuple[ReportingRule, ...]:
    """Rules in order, each cycle once for the same receiver and day."""
    rules: dict[tuple[object, ...], ReportingRule] = {}
    before: ReportingRule | None = None
    for sentence in _sentences(duties, asides):
        for rule in _rules_of(sentence, year):
            rule = _addressed(rule, before)
            if rule.to is None and rule.who is None:
                continue
            before = rule
            due = tuple(sorted(rule.due.items())) if rule.due else ()
            rules.setdefault((rule.cycle, key(rule.to or ""), rule.who, due), rule)
    return tuple(rules.values())


def _addressed(rule: ReportingRule, before: ReportingRule | None) -> ReportingRule:
    """A further clause of the same duty ("…; báo cáo năm trước ngày 15/12") goes to whom the first one goes."""
    if rule.to is not None or before is None or rule.where is None or before.where is None:
        return rule
    same_place = (rule.where.paragraph, rule.where.table) == (before.where.paragraph, before.where.table)
    return replace(rule, to=before.to, via=before.via) if same_place else rule


def _sentences(duties: Iterable[Duty], asides: Iterable[Line]) -> Iterator[_Sentence]:
    for duty in duties:
        text = duty.draft.content
        for match in _SENTENCE.finditer(text):
            yield _Sentence(match.group(), duty.line, duty.start + match.start(), "; ".join(duty.draft.lead) or None)
    for line in asides:
        for match in _SENTENCE.finditer(line.text):
            yield _Sentence(match.group(), line, match.start(), None)


def _rules_of(sentence: _Sentence, year: int | None) -> Iterator[ReportingRule]:
    """The rule of a sentence; "… để tổng hợp báo cáo UBND tỉnh trước ngày 30/11" adds one for who passes it on."""
    own, onward = _parted(sentence.text)
    via = None
    if _REPORT.search(own) and not _SPOKEN.search(own):
        to, via = _receiver(own, onward)
        for cycle, due in reporting_cycles(own, year=year) if to or sentence.who else ():
            yield _rule(sentence, sentence.who, to, via, cycle, due)
    if onward and _REPORT.search(onward):
        cycles = reporting_cycles(onward, year=year)
        to, further = _receiver(onward, "")
        for cycle, due in cycles:
            yield _rule(sentence, via, to, further, cycle, due)


def _rule(
    sentence: _Sentence, who: str | None, to: str | None, via: str | None, cycle: str, due: object
) -> ReportingRule:
    place = sentence.line.place(sentence.start, sentence.start + len(sentence.text))
    known = due if isinstance(due, Mapping) else None
    return ReportingRule(who, to, via, cycle, known, sentence.text.strip(), place)


def _parted(text: str) -> tuple[str, str]:
    match = _ONWARD.search(text)
    if not match:
        return text, ""
    return text[: match.start()], text[match.end() :]


def _receiver(text: str, onward: str) -> tuple[str | None, str | None]:
    """(to whom, through whom): the first agency behind "về", "gửi", "báo cáo"."""
    via = _agency_after(_VIA, text)
    plain = re.sub(r"\([^)]*\)", lambda m: " " * len(m.group()), text)
    to = _agency_after(_TO, plain) or (_agency_after(_TO, "báo cáo " + onward) if onward else None)
    return to, via


def _agency_after(pattern: re.Pattern[str], text: str) -> str | None:
    for match in pattern.finditer(text):
        if run := agencies_at(text, match.end()):
            return _WHEN_FOLLOWS.sub("", run.names[0])
    return None


def read_deadlines(duties: Iterable[Duty], *, year: int | None) -> tuple[Deadline, ...]:
    """Days by which a thing is to be handed in or done once."""
    found: dict[tuple[str, str], Deadline] = {}
    for duty in duties:
        for deadline in _deadlines_of(duty, year):
            found.setdefault((deadline.due, deadline.text), deadline)
    return tuple(found.values())


def _deadlines_of(duty: Duty, year: int | None) -> Iterator[Deadline]:
    content = duty.draft.content
    for sentence in _SENTENCE.finditer(content):
        text = sentence.group()
        own, _ = _parted(text)
        if _YEARLY.search(own) or not _HAND_IN.search(own) or _is_yearly_report(own, year):
            continue
        for match in _DATE.finditer(text):
            due = _iso(match, year)
            if due and not _is_cited(text, match):
                at = duty.start + sentence.start()
                place = duty.line.place(at + match.start(), at + match.end())
                who = "; ".join(duty.draft.lead) or None
                yield Deadline(content, due, who, text.strip(), place)


def _is_yearly_report(text: str, year: int | None) -> bool:
    return bool(_REPORT.search(text)) and bool(reporting_cycles(text, year=year))


def _iso(match: re.Match[str], year: int | None) -> str | None:
    day, month = int(match["day"]), int(match["month"])
    own = int(match["year"]) if match["year"] else year
    is_said = match["year"] or "ngày" in match.group().lower() or match["how"]
    if own is None or not is_said or not (1 <= day <= 31 and 1 <= month <= 12):
        return None
    return f"{own}-{month:02d}-{day:02d}"


def _is_cited(text: str, match: re.Match[str]) -> bool:
    """ "Chỉ thị số 17/CT-UBND ngày 15/12/2020 của …": the day of another document."""
    if re.match(r"\s*của\b", text[match.end() :]) or re.match(r"[/-]", text[match.end() :]):
        return True
    return match["how"] is None and bool(_CITED.search(text[: match.start()]))
