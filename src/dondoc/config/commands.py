"""What runs the product: called by the `dondoc` command. Django is imported inside, so that reading a document, which
needs none of it, starts at once."""

import os
import signal
import subprocess
import sys
import threading
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path
from types import FrameType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from dondoc.scores.rules.panel import Panel

SETTINGS = "dondoc.config.settings"


def start(*, setup: bool = True) -> None:
    """Make the data directory and load the settings; call before anything that touches the database."""
    from dondoc.config.environment import envstr, prepare_data

    os.environ.setdefault("DJANGO_SETTINGS_MODULE", SETTINGS)
    prepare_data(Path(envstr("DONDOC_DATA", "data")).resolve())
    if setup:
        import django

        django.setup()


def results(asked: str = "") -> "tuple[Panel, str, str]":
    """The results that the database here holds ("database"), else those that come with the product ("shipped"): where
    there is no database, it is of another version, or nothing was stored in it. Nothing is made where nothing is. The
    second is the key of the place asked for by name."""
    from dondoc.config.environment import envstr
    from dondoc.scores.adapters.tables import shipped_panel
    from dondoc.scores.rules.provinces import find_province

    held = None
    data = Path(envstr("DONDOC_DATA", "data")).resolve()
    if envstr("DONDOC_DATABASE") or (data / "dondoc.sqlite3").is_file():
        start()
        from django.db import DatabaseError

        from dondoc.scores.queries.store import panel_named

        with suppress(DatabaseError):
            held = panel_named(asked)
    if held is not None:
        return *held, "database"
    panel = shipped_panel()
    return panel, find_province(asked, panel.provinces) if asked else "", "shipped"


def migrate() -> None:
    """Bring the database to the form of this version. Safe to call at every start."""
    start()
    from django.core.management import call_command

    call_command("migrate", interactive=False, verbosity=0)


def serve(port: int = 8000, host: str = "127.0.0.1", *, with_worker: bool = True) -> None:
    """Serve until stopped. With SQLite and one process the worker runs beside, in a process of its own that ends with
    this one."""
    migrate()
    _refuse_unsafe()
    from django.conf import settings
    from granian.constants import Interfaces
    from granian.server import Server

    beside = _spawn_worker() if with_worker else None
    try:
        Server(
            "dondoc.config.wsgi:application",
            address=host,
            port=port,
            interface=Interfaces.WSGI,
            workers=settings.WORKERS,
            blocking_threads=8,
            backpressure=256,
            log_enabled=False,
            websockets=False,
        ).serve()
    finally:
        if beside is not None:
            beside.terminate()
            beside.wait(timeout=30)


def _spawn_worker() -> subprocess.Popen[bytes]:
    code = "from dondoc.config.commands import worker; worker(follow_parent=True)"
    return subprocess.Popen([sys.executable, "-c", code])


def worker(name: str = "", *, follow_parent: bool = False) -> None:
    """Work in the background until told to stop (SIGTERM, Ctrl-C); what is under way is finished first."""
    start()
    from dondoc.records.worker import work_until

    stop = threading.Event()

    def ask(_signal: int, _frame: FrameType | None) -> None:
        stop.set()

    signal.signal(signal.SIGTERM, ask)
    signal.signal(signal.SIGINT, ask)
    if follow_parent:
        threading.Thread(target=_stop_with, args=(os.getppid(), stop), daemon=True).start()
    work_until(stop, name=name)


def _stop_with(parent: int, stop: threading.Event) -> None:
    while not stop.wait(1.0):
        if os.getppid() != parent:
            stop.set()


def tick() -> list[str]:
    """Do once what is due: periodic work, then everything that waits. The names of what came round."""
    start()
    from django.utils import timezone

    from dondoc.records import periodic
    from dondoc.records.worker import drain

    ran = periodic.run_due(timezone.now())
    drain("tick")
    return ran


def check() -> list[str]:
    """Prove the installation: settings, the database's form, the audit chain, every file. One line for each fault."""
    start()
    from django.conf import settings
    from django.core import checks
    from django.utils.module_loading import import_string

    problems = [
        f"{found.id}: {found.msg} {found.hint or ''}".strip()
        for found in checks.run_checks()
        if found.level >= checks.WARNING
    ]
    if _unapplied():
        return [*problems, "Cơ sở dữ liệu chưa ở phiên bản này: chạy `dondoc migrate`."]
    for source in settings.PROOFS:
        faults: Iterable[str] = import_string(source)()
        problems += faults
    return problems


def backup(path: Path) -> None:
    """Put the database and all files in one tar, while the product runs."""
    start()
    from dondoc.config.archive import write_archive

    write_archive(path)


def restore(path: Path, *, force: bool = False) -> None:
    """Put a backup in place. Refuses a place that holds anything, unless forced."""
    start()
    from dondoc.config.archive import read_archive

    read_archive(path, force=force)


def _unapplied() -> bool:
    from django.db import connection
    from django.db.migrations.executor import MigrationExecutor

    executor = MigrationExecutor(connection)
    return bool(executor.migration_plan(executor.loader.graph.leaf_nodes()))


def _refuse_unsafe() -> None:
    """Errors of the system checks stop the start: demo mode on a public name is one."""
    from django.core import checks

    from dondoc.toolkit.errors import BadInput

    errors = [found for found in checks.run_checks() if found.level >= checks.ERROR]
    if errors:
        raise BadInput(
            "unsafe-start", "{found}", found=" ".join(f"{found.id}: {found.msg} {found.hint}" for found in errors)
        )


DEMO_PLACE, DEMO_MARK = Path("build/demo"), "ban-dung-thu"


def demo(port: int = 8000, *, with_server: bool = True, reset: bool = False) -> None:
    """Make the demo's province in a place of its own (DONDOC_DATA, else build/demo) and serve it to this machine alone.
    What is there is kept, unless `reset`; a place that holds anything but a demo is refused."""
    os.environ.setdefault("DONDOC_DATA", str(DEMO_PLACE))
    os.environ |= {"DONDOC_DEMO": "1", "DONDOC_DATABASE": "", "DONDOC_SITE_URL": f"http://127.0.0.1:{port}"}
    _refuse_exposed_demo()
    if with_server:
        _refuse_taken(port)
    _empty_demo(Path(os.environ["DONDOC_DATA"]).resolve(), whole=reset)
    migrate()
    if not _demo_is_built():
        print("Đang lập tỉnh dùng thử, mất chừng nửa phút…", flush=True)
        _build_demo()
    print(_welcome(port), flush=True)
    if with_server:
        serve(port)


def _refuse_exposed_demo() -> None:
    """Before anything is made: anybody who reaches a demo can sign in as anybody."""
    from dondoc.config.environment import envstr
    from dondoc.toolkit.errors import BadInput

    hosts = {host for host in envstr("DONDOC_HOSTS").split(",") if host}
    if hosts - {"localhost", "127.0.0.1", "[::1]"}:
        raise BadInput(
            "demo-exposed",
            "BẢN DÙNG THỬ KHÔNG ĐƯỢC MỞ RA NGOÀI MÁY NÀY: bỏ DONDOC_HOSTS ({hosts}) rồi chạy lại.",
            hosts=", ".join(sorted(hosts)),
        )


def _refuse_taken(port: int) -> None:
    """Say so before half a minute of work, not after it."""
    import socket

    from dondoc.toolkit.errors import BadInput

    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(("127.0.0.1", port))
        except (OSError, OverflowError) as error:
            raise BadInput(
                "port-taken", "Cổng {port} đang có chương trình khác dùng. Chọn cổng khác: --port 8001", port=port
            ) from error


def _empty_demo(place: Path, *, whole: bool) -> None:
    """Make room: everything on reset, half a demo always. Never a place that holds something else."""
    import shutil

    from dondoc.toolkit.errors import BadInput

    mark, database = place / DEMO_MARK, place / "dondoc.sqlite3"
    if database.exists() and not mark.exists():
        raise BadInput("demo-elsewhere", "{place} có dữ liệu thật. Đặt DONDOC_DATA sang chỗ khác.", place=place)
    if mark.exists() and (whole or mark.read_text(encoding="utf-8") != "xong"):
        for path in place.glob("dondoc.sqlite3*"):
            path.unlink()
        shutil.rmtree(place / "files", ignore_errors=True)
    place.mkdir(mode=0o700, parents=True, exist_ok=True)
    if not database.exists():
        mark.write_text("đang lập", encoding="utf-8")


def _demo_is_built() -> bool:
    from dondoc.desk.demo.build import is_built

    return is_built()


def _build_demo() -> None:
    from django.conf import settings
    from django.utils import timezone

    from dondoc.desk.demo.build import build_demo

    build_demo(at=timezone.now())
    (settings.DATA / DEMO_MARK).write_text("xong", encoding="utf-8")


def _welcome(port: int) -> str:
    from dondoc.desk.demo.places import PASSWORD, PEOPLE

    people = "\n".join(f"  {one.login:<10} {one.full_name}, {one.says}" for one in PEOPLE)
    return (
        f"Bản dùng thử: http://127.0.0.1:{port}/ (chỉ mở được trên máy này; Ctrl+C để dừng)\n"
        f"Đăng nhập bằng một lần bấm, hoặc bằng tên và mật khẩu “{PASSWORD}”:\n{people}"
    )
