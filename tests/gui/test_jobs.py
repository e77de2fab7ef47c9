"""Work off the GUI thread: answers, errors, cancelling, and what comes too late."""

from __future__ import annotations

import os
import threading

import pytest
from pytestqt.qtbot import QtBot

from viewer.errors import CancelledError, RefusedError, ScanveilError, UsageError
from viewer.gui.jobs import Jobs
from viewer.gui.processes import ProcessError, in_process
from viewer.model import Progress, silent


def test_an_answer_arrives_in_the_gui_thread(qtbot: QtBot) -> None:
    jobs, got = Jobs(), list[object]()
    jobs.start(
        "a", lambda _: threading.get_ident(), lambda it: got.extend([it, threading.get_ident()])
    )
    qtbot.waitUntil(lambda: bool(got))
    assert got[0] != got[1] == threading.get_ident()


def test_a_newer_job_of_the_same_key_drops_the_late_answer(qtbot: QtBot) -> None:
    jobs, got, gate = Jobs(), list[str](), threading.Event()

    def slow(_: Progress) -> str:
        gate.wait(10)
        return "late"

    jobs.start("a", slow, got.append)
    jobs.start("a", lambda _: "new", got.append)
    qtbot.waitUntil(lambda: got == ["new"])
    gate.set()
    jobs.shut_down()
    qtbot.wait(20)
    assert got == ["new"]


def test_cancelling_reaches_the_work_and_its_owner(qtbot: QtBot) -> None:
    jobs, failed, started = Jobs(), list[BaseException](), threading.Event()

    def endless(progress: Progress) -> None:
        while True:
            started.set()
            progress(0, 0, "")

    jobs.start("a", endless, lambda _: None, failed=failed.append, text="Endless")
    qtbot.waitUntil(started.is_set)
    assert jobs.is_busy
    jobs.cancel_visible()
    qtbot.waitUntil(lambda: bool(failed))
    assert isinstance(failed[0], CancelledError)
    assert not jobs.is_busy


def test_an_error_nobody_took_is_announced(qtbot: QtBot) -> None:
    jobs, crashed = Jobs(), list[BaseException]()
    jobs.crashed.connect(crashed.append)
    jobs.start("a", lambda _: 1 // 0, lambda _: None)
    qtbot.waitUntil(lambda: bool(crashed))
    assert isinstance(crashed[0], ZeroDivisionError)


def _double(number: int, progress: Progress) -> int:
    progress(1, 2, "doubling")
    return 2 * number


def _refuse(progress: Progress) -> None:
    raise UsageError("No.", "Ask again.")


def _break(progress: Progress) -> None:
    raise ValueError("Kowalski^Jan")


def _endless(progress: Progress) -> None:
    while True:
        progress(0, 0, "on and on")


def test_a_function_runs_in_a_process_of_its_own() -> None:
    assert in_process(_double, 21, progress=silent) == 42


def _niceness(progress: Progress) -> int:
    return os.nice(0)


@pytest.mark.skipif(not hasattr(os, "nice"), reason="this system has no such numbers")
def test_the_window_goes_before_what_runs_in_the_background() -> None:
    assert in_process(_niceness, progress=silent) >= min(os.nice(0) + 5, 19)


def _refuse_with_reasons(progress: Progress) -> None:
    raise RefusedError("No.", "See the reasons.", ("one", "two"))


def test_a_refused_export_keeps_its_reasons() -> None:
    with pytest.raises(RefusedError) as caught:
        in_process(_refuse_with_reasons, progress=silent)
    assert caught.value.reasons == ("one", "two")


def test_a_refusal_crosses_the_border_and_a_bug_tells_only_its_place() -> None:
    with pytest.raises(ScanveilError, match=r"No\. Ask again\."):
        in_process(_refuse, progress=silent)
    with pytest.raises(ProcessError) as caught:
        in_process(_break, progress=silent)
    assert "Kowalski" not in str(caught.value)
    assert "ValueError" in str(caught.value)


def test_cancelling_ends_the_process() -> None:
    def stop(done: int, total: int, text: str) -> None:
        if text == "on and on":
            raise CancelledError("Cancelled.")

    with pytest.raises(CancelledError):
        in_process(_endless, progress=stop)


def test_after_the_end_nothing_starts(qtbot: QtBot) -> None:
    jobs, got = Jobs(), list[int]()
    jobs.shut_down()
    jobs.start("a", lambda _: 1, got.append)
    qtbot.wait(50)
    assert got == []
    assert not jobs.is_running("a")
