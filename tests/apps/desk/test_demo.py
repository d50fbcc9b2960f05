"""`dondoc demo`: made once, whole, in a place of its own; never on top of real data, never open to others."""

import os
import socket
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path

import pytest

from seeds import Seeds

DEMO = ["-m", "dondoc.cli", "demo"]
COUNT = """
from dondoc.config.commands import check, start
start()
from dondoc.desk.demo.people import doors
from dondoc.duties.models import Obligation
from dondoc.plans.models import Plan
from dondoc.plans.models import Task
dropped = Task.objects.filter(is_left_out=True, left_out_reason__contains="dồn người", plan__state="draft")
print(dropped.count(), *dropped.values_list("plan__year", flat=True))
print(len(doors()), Obligation.objects.count() > 300, sorted(Plan.objects.values_list("state", flat=True)), check())
"""


def run(place: Path, *command: str, **more: str) -> "subprocess.CompletedProcess[str]":
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("DONDOC_", "DJANGO_"))}
    environment = kept | {"DONDOC_DATA": str(place)} | more
    return subprocess.run([sys.executable, *command], env=environment, capture_output=True, text=True, check=False)


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory, seeds: Seeds) -> Path:
    place = seeds.demo(tmp_path_factory.mktemp("demo") / "data")
    assert "Đang lập" in seeds.printed()
    assert "Nguyễn Thị Lan" in seeds.printed()
    return place


def test_it_is_whole_and_proves_itself(made: Path) -> None:
    told = run(made, "-c", COUNT, DONDOC_DEMO="1")
    waits = ["2 tin chưa gửi hỏng hoặc không rõ, chờ người xem."]  # shown on purpose: see the chapter of messages
    year = datetime.now(UTC).year + 1
    states = ["closed", "draft", "issued", "issued", "submitted"]
    assert told.stdout.strip().splitlines() == [f"1 {year}", f"5 True {states} {waits}"], told.stderr


MESSAGES = """
from dondoc.config.commands import start
start()
from django.conf import settings
from dondoc.records.models import Job, Message
retried = Message.objects.filter(state="done", attempts__gt=1).exists()
told = set(Message.objects.values_list("recipient", flat=True))
made_up = all(one.endswith("@sonhai.example") or one.startswith("0900000") for one in told)
print(sorted(set(Message.objects.values_list("state", flat=True))), retried, made_up)
print(sorted(settings.GATEWAYS.values()), settings.EMAIL_BACKEND, Job.objects.filter(state="failed").count())
"""


def test_its_messages_have_every_fate_and_never_leave_the_machine(made: Path) -> None:
    told = run(
        made, "-c", MESSAGES, DONDOC_DEMO="1", DONDOC_SMS_GATEWAY="https://gateway.example", DONDOC_EMAIL_BACKEND="x.Y"
    )
    first, second = told.stdout.strip().splitlines()
    assert first == "['done', 'failed', 'unknown'] True True", told.stderr
    assert second == "['console', 'console'] django.core.mail.backends.console.EmailBackend 0"


def test_a_second_time_changes_nothing(made: Path) -> None:
    before = run(made, "-c", COUNT, DONDOC_DEMO="1").stdout
    again = run(made, *DEMO, "--no-serve")
    assert again.returncode == 0
    assert "Đang lập" not in again.stdout
    assert run(made, "-c", COUNT, DONDOC_DEMO="1").stdout == before


def test_a_place_with_other_data_is_refused(tmp_path: Path) -> None:
    (tmp_path / "dondoc.sqlite3").write_bytes(b"real")
    refused = run(tmp_path, *DEMO, "--no-serve", "--reset")
    assert refused.returncode == 2
    assert (tmp_path / "dondoc.sqlite3").read_bytes() == b"real"


def test_it_is_never_opened_to_others(tmp_path: Path) -> None:
    refused = run(tmp_path / "x", *DEMO, "--no-serve", DONDOC_HOSTS="dondoc.example.vn")
    assert refused.returncode == 2
    assert "KHÔNG ĐƯỢC MỞ RA NGOÀI" in refused.stderr
    assert not (tmp_path / "x").exists()


def test_a_port_that_is_taken_is_said_before_the_work(tmp_path: Path) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        refused = run(tmp_path / "x", *DEMO, "--port", str(taken.getsockname()[1]))
    assert refused.returncode == 2
    assert "đang có chương trình khác dùng" in refused.stderr
