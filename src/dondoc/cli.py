"""The `dondoc` command. Exit status 0 when done, 2 for bad input (one clear line, nothing changed), 1 for our fault.

Nothing heavy is imported until a command needs it: `dondoc --help` answers at once.
"""

import argparse
import json
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any


def main(argv: Sequence[str] | None = None) -> int:
    """Runs one command and gives its exit status."""
    from dondoc.toolkit.errors import BadInput

    arguments = _parser().parse_args(argv)
    run: Callable[[argparse.Namespace], int] = arguments.run
    try:
        return run(arguments)
    except BadInput as refused:
        print(f"dondoc: {refused}", file=sys.stderr)
        return 2
    except BrokenPipeError:
        sys.stderr.close()
        return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="dondoc", description="Từ văn bản kế hoạch đến kết quả được công bố.")
    commands = parser.add_subparsers(required=True, metavar="LỆNH")
    _add_read(commands)
    _add_phrase(commands)
    _add_deadline(commands)
    _add_scores(commands)
    _add_service(commands)
    demo = commands.add_parser("demo", help="lập một tỉnh dùng thử và phục vụ trên máy này")
    demo.add_argument("--port", type=_port, default=8000, metavar="CỔNG")
    demo.add_argument("--no-serve", action="store_true", help="chỉ lập dữ liệu, không phục vụ")
    demo.add_argument("--reset", action="store_true", help="bỏ bản dùng thử cũ, lập lại từ đầu")
    demo.set_defaults(run=_demo)
    return parser


def _add_read(commands: Any) -> None:
    read = commands.add_parser("read", help="đọc văn bản kế hoạch (.docx, .pdf, .txt, .doc) thành nhiệm vụ")
    read.add_argument("file", type=Path, metavar="TỆP")
    read.add_argument("--year", type=_year, metavar="NĂM", help="năm của kế hoạch, nếu văn bản không ghi")
    read.add_argument("--json", metavar="TỆP|-", help="ghi kết quả JSON ra tệp, hoặc ra màn hình với dấu -")
    read.set_defaults(run=_read)


def _add_phrase(commands: Any) -> None:
    phrase = commands.add_parser("phrase", help="hiểu một cụm từ: thời gian, chỉ tiêu, cơ quan")
    kinds = phrase.add_subparsers(required=True, metavar="LOẠI")
    for name, run, explanation in (
        ("schedule", _phrase_schedule, "thời gian: “Quý II/2026”, “trước ngày 15/11”"),
        ("target", _phrase_target, "chỉ tiêu: “Tối thiểu 30% xã được kiểm tra”"),
        ("agency", _phrase_agency, "cơ quan: “Giám đốc các Sở: Tài chính, Xây dựng”"),
    ):
        kind = kinds.add_parser(name, help=explanation)
        kind.add_argument("text", metavar="CỤM TỪ")
        if name == "schedule":
            kind.add_argument("--year", type=_year, metavar="NĂM")
        kind.add_argument("--json", action="store_true", help="in JSON một dòng")
        kind.set_defaults(run=run)


def _add_deadline(commands: Any) -> None:
    deadline = commands.add_parser("deadline", help="tính hạn và giải thích từng ngày")
    deadline.add_argument("--start", required=True, metavar="ISO", help="ngày giờ bắt đầu, ví dụ 2026-02-10T09:00")
    term = deadline.add_mutually_exclusive_group(required=True)
    term.add_argument("--working-days", type=_count, metavar="N", help="số ngày làm việc")
    term.add_argument("--days", type=_count, metavar="N", help="số ngày")
    term.add_argument("--hours", type=_count, metavar="N", help="số giờ")
    deadline.add_argument("--json", action="store_true", help="in JSON một dòng")
    deadline.set_defaults(run=_deadline)


def _add_scores(commands: Any) -> None:
    scores = commands.add_parser("scores", help="kết quả PAPI đã công bố, mục tiêu và khả năng đạt")
    kinds = scores.add_subparsers(required=True, metavar="VIỆC")
    show = kinds.add_parser("show", help="điểm, thứ hạng, nhóm, thay đổi của một tỉnh trong một năm")
    show.add_argument("--year", type=_year, required=True, metavar="NĂM")
    goal = kinds.add_parser("goal", help="mục tiêu cần bao nhiêu điểm, bao nhiêu nơi đã đạt, kết quả ra sao")
    goal.add_argument("--base-year", type=_year, required=True, metavar="NĂM", help="năm làm gốc so sánh")
    goal.add_argument("--goal", required=True, metavar="MỤC TIÊU", help="rank+5, group+1, score+, top10, keep …")
    compare = kinds.add_parser("compare", help="đọc thử bảng tính PAPI chính thức, so với số liệu đang có")
    compare.add_argument("file", type=Path, metavar="TỆP")
    compare.add_argument("--year", type=_year, metavar="NĂM", help="năm của số liệu, nếu tệp và trang không ghi")
    compare.add_argument("--json", action="store_true", help="in JSON một dòng")
    compare.set_defaults(run=_scores_compare)
    for kind, run in ((show, _scores_show), (goal, _scores_goal)):
        kind.add_argument("--province", required=True, metavar="TỈNH", help="tên có dấu hoặc không dấu")
        kind.add_argument("--json", action="store_true", help="in JSON một dòng")
        kind.set_defaults(run=run)


def _add_service(commands: Any) -> None:
    serve = commands.add_parser("serve", help="phục vụ ứng dụng")
    serve.add_argument("--port", type=_port, default=8000, metavar="CỔNG")
    serve.add_argument("--host", default="127.0.0.1", metavar="ĐỊA CHỈ")
    serve.add_argument("--no-worker", action="store_true", help="không chạy việc nền bên cạnh")
    serve.set_defaults(run=_serve)
    for name, run, explanation in (
        ("worker", _worker, "chạy việc nền cho đến khi dừng"),
        ("tick", _tick, "làm một lượt việc định kỳ đến hạn"),
        ("migrate", _migrate, "đưa cơ sở dữ liệu lên phiên bản này"),
        ("check", _check, "kiểm tra cài đặt, số liệu, nhật ký, tệp"),
    ):
        commands.add_parser(name, help=explanation).set_defaults(run=run)
    backup = commands.add_parser("backup", help="sao lưu cơ sở dữ liệu và tệp vào một gói")
    backup.add_argument("file", type=Path, metavar="TỆP")
    backup.set_defaults(run=_backup)
    restore = commands.add_parser("restore", help="khôi phục từ bản sao lưu")
    restore.add_argument("file", type=Path, metavar="TỆP")
    restore.add_argument("--force", action="store_true", help="ghi đè nơi đang có dữ liệu")
    restore.set_defaults(run=_restore)


def _year(text: str) -> int:
    if not (text.isdigit() and 2000 <= int(text) <= 2100):
        raise argparse.ArgumentTypeError(f"năm “{text}” không hợp lệ: viết đủ bốn chữ số, ví dụ 2026")
    return int(text)


def _port(text: str) -> int:
    if not (text.isdigit() and 1 <= int(text) <= 65_535):
        raise argparse.ArgumentTypeError(f"cổng “{text}” không hợp lệ: viết số từ 1 đến 65535, ví dụ 8001")
    return int(text)


def _count(text: str) -> int:
    if not text.isdigit() or int(text) > 10_000:
        raise argparse.ArgumentTypeError(f"“{text}” không phải là số nguyên từ 0 đến 10000")
    return int(text)


def _read(arguments: argparse.Namespace) -> int:
    from dondoc.plans.reading import read_file

    reading = read_file(arguments.file, year=arguments.year, progress=_progress())
    if arguments.json is None:
        _print_reading(reading)
    elif arguments.json == "-":
        print(json.dumps(reading.as_json(), ensure_ascii=False, indent=1))
    else:
        _write(Path(arguments.json), json.dumps(reading.as_json(), ensure_ascii=False, indent=1) + "\n")
    return 0


def _print_reading(reading: Any) -> None:
    import shutil

    from dondoc.plans.adapters.terminal import render

    print(render(reading, width=min(shutil.get_terminal_size().columns, 140)))


def _progress() -> Callable[[int, int], None] | None:
    """Pages read so far, on a terminal alone and only for files that take a while."""
    if not sys.stderr.isatty():
        return None

    def show(done: int, total: int) -> None:
        if total > 5:
            end = "\n" if done >= total else ""
            print(f"\rĐang đọc trang {done}/{total}", end=end, file=sys.stderr, flush=True)

    return show


def _write(path: Path, text: str) -> None:
    from dondoc.toolkit.errors import BadInput

    try:
        path.write_text(text, encoding="utf-8")
    except OSError as error:
        raise BadInput(
            "output-unwritable", "Không ghi được tệp “{path}” ({why}): chọn chỗ khác.", path=path, why=error.strerror
        ) from error


def _phrase_schedule(arguments: argparse.Namespace) -> int:
    from dondoc.schedule.rules import parse

    schedule = parse(arguments.text, year=arguments.year)
    return _show({"kind": schedule.kind, "normalised": schedule.normalised()}, arguments)


def _phrase_target(arguments: argparse.Namespace) -> int:
    from dondoc.plans.rules.targets import read_target

    target = read_target(arguments.text)
    empty: dict[str, Any] = {"op": None, "value": None, "unit": None, "scope": None, "parts": []}
    found = target.as_json() if target else empty
    return _show({name: value for name, value in found.items() if name != "text"}, arguments)


def _phrase_agency(arguments: argparse.Namespace) -> int:
    from dondoc.units.rules import split_agencies

    return _show({"agencies": [agency.name for agency in split_agencies(arguments.text)]}, arguments)


def _deadline(arguments: argparse.Namespace) -> int:
    from datetime import datetime

    from dondoc.schedule.rules import explain
    from dondoc.toolkit.errors import BadInput

    try:
        start = datetime.fromisoformat(arguments.start)
    except ValueError as error:
        raise BadInput(
            "start-invalid",
            "Thời điểm “{start}” không đúng: viết như 2026-02-10 hoặc 2026-02-10T09:00.",
            start=arguments.start,
        ) from error
    deadline = explain(start, working_days=arguments.working_days, days=arguments.days, hours=arguments.hours)
    if arguments.json:
        return _show(deadline.as_json(), arguments)
    print(_in_words(deadline.as_json()))
    return 0


def _in_words(deadline: dict[str, Any]) -> str:
    """The deadline as a person reads it: the day, what was counted, what was passed over and why."""
    from datetime import datetime

    due = datetime.fromisoformat(deadline["due"])
    lines = [f"Hạn: {due:%H:%M} ngày {due:%d/%m/%Y} (đếm {len(deadline['counted'])} ngày)"]
    if deadline.get("aim"):
        lines.append(f"Nên xong trong ngày {datetime.fromisoformat(deadline['aim']):%d/%m/%Y}")
    lines += [f"- bỏ qua {datetime.fromisoformat(skip['day']):%d/%m/%Y}: {skip['why']}" for skip in deadline["skipped"]]
    return "\n".join(lines)


def _scores_show(arguments: argparse.Namespace) -> int:
    from dondoc.config.commands import results
    from dondoc.scores.adapters import answers, terminal
    from dondoc.scores.rules.standing import standing

    panel, place, source = results(arguments.province)
    found = standing(panel, place, arguments.year)
    if arguments.json:
        return _show({**answers.standing_as_json(found, panel), "source": source}, arguments)
    print(terminal.standing_in_words(found, panel), terminal.source_in_words(source), sep="\n")
    return 0


def _scores_goal(arguments: argparse.Namespace) -> int:
    from dondoc.config.commands import results
    from dondoc.scores.adapters import answers, terminal
    from dondoc.scores.rules.goals import parse_goals
    from dondoc.scores.rules.prospects import prospect

    panel, place, source = results(arguments.province)
    found = prospect(panel, place, arguments.base_year, parse_goals(arguments.goal))
    if arguments.json:
        return _show({**answers.prospect_as_json(found, panel), "source": source}, arguments)
    print(terminal.prospect_in_words(found, panel), terminal.source_in_words(source), sep="\n")
    return 0


def _scores_compare(arguments: argparse.Namespace) -> int:
    from dondoc.config.commands import results
    from dondoc.scores.adapters import answers, terminal
    from dondoc.scores.adapters.workbooks import sheets_of
    from dondoc.scores.rules.differences import compare
    from dondoc.toolkit.errors import BadInput

    panel, _place, source = results()
    book, found = compare(panel, sheets_of(arguments.file), name=arguments.file.name, year=arguments.year)
    if arguments.json:
        _show({**answers.comparison_as_json(book, found, panel), "source": source}, arguments)
    else:
        print(terminal.comparison_in_words(book, found, panel), terminal.source_in_words(source), sep="\n")
    if book.faults:
        raise BadInput(
            "workbook-faulty", "Bảng tính có {count} lỗi, chưa nhập được: sửa các ô đã nêu.", count=len(book.faults)
        )
    return 0


def _show(found: dict[str, Any], arguments: argparse.Namespace) -> int:
    print(json.dumps(found, ensure_ascii=False, indent=None if arguments.json else 1))
    return 0


def _serve(arguments: argparse.Namespace) -> int:
    from dondoc.config.commands import serve

    serve(arguments.port, arguments.host, with_worker=not arguments.no_worker)
    return 0


def _worker(_arguments: argparse.Namespace) -> int:
    from dondoc.config.commands import worker

    worker()
    return 0


def _tick(_arguments: argparse.Namespace) -> int:
    from dondoc.config.commands import tick

    print("\n".join(tick()) or "Không có việc định kỳ nào đến hạn.")
    return 0


def _migrate(_arguments: argparse.Namespace) -> int:
    from dondoc.config.commands import migrate

    migrate()
    return 0


def _check(_arguments: argparse.Namespace) -> int:
    """Every fault on a line of standard error; a fault found is a fault of ours (status 1)."""
    from dondoc.config.commands import check

    faults = check()
    for fault in faults:
        print(fault, file=sys.stderr)
    if not faults:
        print("Không thấy lỗi.")
    return 1 if faults else 0


def _backup(arguments: argparse.Namespace) -> int:
    from dondoc.config.commands import backup

    backup(arguments.file)
    return 0


def _restore(arguments: argparse.Namespace) -> int:
    from dondoc.config.commands import restore

    restore(arguments.file, force=arguments.force)
    return 0


def _demo(arguments: argparse.Namespace) -> int:
    from dondoc.config.commands import demo

    demo(arguments.port, with_server=not arguments.no_serve, reset=arguments.reset)
    return 0


if __name__ == "__main__":
    sys.exit(main())
