"""What one step of a review costs the GUI thread, alone and in groups, with two reviewers."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from dataclasses import replace
from time import thread_time

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from tests import fake_keyring
from tests.benchmarks.places import Places
from tests.desk.clearing import application
from tests.review.builders import header_finding, loaded, text_finding
from viewer import access
from viewer.gui import theme
from viewer.gui.desk import Desk
from viewer.model import Category, Finding, Masked, ScanResult
from viewer.profile import EditedProfile, load_profile, save_profile
from viewer.review import SessionStore

_FINDINGS, _FILES, _PAUSE_MS = 4_800, 250, 200
_PEOPLE = (access.User("Anna", "reviewer"), access.User("Bert", "second reviewer"))


def measure(places: Places) -> Iterator[str]:
    """Each step as the key does it, with the turns of the loop that follow at once."""
    os.environ["PYTHON_KEYRING_BACKEND"] = fake_keyring.NAME
    os.environ[fake_keyring.PLACE] = str(places.scratch / "keyring")
    app = application()
    edited = EditedProfile.of(load_profile("research")).with_two_reviewers(on=True)
    save_profile("two", edited.text())
    for profile in ("research", "two"):
        desk = _open(profile, SessionStore(places.scratch / profile))
        yield f"{_FINDINGS:,} findings, {'two reviewers' if profile == 'two' else 'one reviewer'}"
        for name, step in _steps(desk, two=profile == "two"):
            yield f"  {name}: {_timed(app, step)}"
        access.permissions._logged_in.clear()
        desk.window.close()
        desk.window.deleteLater()


def _open(profile: str, store: SessionStore) -> Desk:
    desk = Desk(None, profile)
    desk.controller.use_store(store)
    desk.controller.refused.connect(print)
    desk.window.show()
    if profile == "two":
        _log_in(0)
    desk.controller.open(loaded(_FILES), profile, "reviewer")
    desk.controller.attach(ScanResult(tuple(map(_finding, range(_FINDINGS)))), is_complete=True)
    QTest.qWait(_PAUSE_MS)
    return desk


def _finding(number: int) -> Finding:
    """Every eighth in pixels, the others in a few groups of attributes."""
    if number % 8 == 0:
        return text_finding(number)
    made = header_finding(number)
    text, category = Masked(f"value {number % 40}"), list(Category)[number % 6]
    return replace(made, text=text, category=category)


def _log_in(number: int) -> None:
    access.permissions._logged_in[:] = [_PEOPLE[number]]


def _steps(desk: Desk, *, two: bool) -> Iterator[tuple[str, Callable[[], object]]]:
    commands, app = desk.commands, application()
    yield "next", commands.next_undecided
    yield "accept one", commands.accept
    yield "undo", commands.steps.undo
    yield "choose a header finding", lambda: desk.view.choose_finding("h1")
    yield "accept group", commands.accept_group
    yield "accept all", commands.accept_all
    yield "undo", commands.steps.undo
    yield "redo", commands.steps.redo
    if two:
        _log_in(1)
        yield "another logs in", desk.controller.changed.emit
        chosen = desk.view.group_title, desk.view.group_ids
        yield "agree with a group", commands.second.agree
        yield "choose it again", lambda: desk.view.choose_group(*chosen)
        yield "take back", commands.second.take_back
        yield "agree with all", commands.second.agree_with_all
    yield "dark or light", lambda: theme.change(app, "light")
    yield "dark or light", lambda: theme.change(app, "dark")


def _timed(app: QApplication, step: Callable[[], object]) -> str:
    before = thread_time()
    step()
    at_once = thread_time()
    for _ in range(3):
        app.processEvents()
    after = thread_time()
    QTest.qWait(_PAUSE_MS)
    return f"{(at_once - before) * 1000:.0f} ms of CPU, painting {(after - at_once) * 1000:.0f} ms"
