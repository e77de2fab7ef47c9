"""The controller changes the session, saves it, and says no; without a window."""

from __future__ import annotations

from pathlib import Path

from tests.review.builders import header_finding, loaded, text_finding
from viewer.gui.review_controller import ReviewController
from viewer.model import Action, Box, ScanResult
from viewer.review import SessionStore, write_decisions

_SCAN = ScanResult((header_finding(1), header_finding(2), text_finding(1)))


def _opened(folder: Path) -> ReviewController:
    controller = ReviewController(SessionStore(folder))
    controller.open(loaded(), "research", "coordinator")
    controller.attach(_SCAN, is_complete=True)
    return controller


def test_decisions_are_there_again_after_a_restart(tmp_path: Path) -> None:
    first = _opened(tmp_path)
    first.accept("h1")
    first.keep("h2", "a phantom")
    drawn = first.draw(
        Box(1, 2, 3, 4), loaded().patients[0].studies[0].series[0].instances[0].source, 2
    )
    before = first.decisions()
    first.close()
    second = _opened(tmp_path)
    assert second.decisions() == before
    assert drawn in before
    assert second.session is not None
    assert second.session.finding(drawn) is not None
    second.close()


def test_undo_is_saved_too(tmp_path: Path) -> None:
    first = _opened(tmp_path)
    first.accept("h1")
    first.undo()
    first.close()
    second = _opened(tmp_path)
    assert second.decisions() == {}
    second.close()


def test_a_second_window_is_told_and_changes_nothing(tmp_path: Path) -> None:
    first, second = _opened(tmp_path), _opened(tmp_path)
    told: list[str] = []
    second.refused.connect(told.append)
    second.accept("h1")
    assert second.is_read_only
    assert len(told) == 1
    assert second.decisions() == {}
    first.close()
    second.close()


def test_a_keep_without_a_reason_is_refused_with_a_sentence(tmp_path: Path) -> None:
    controller = _opened(tmp_path)
    told: list[str] = []
    controller.refused.connect(told.append)
    controller.change("h1", Action.KEEP)
    assert told == ["Keeping something needs a reason. Say why it may stay."]
    controller.close()


def test_decisions_wait_for_the_scan_that_finds_their_findings(tmp_path: Path) -> None:
    first = _opened(tmp_path)
    first.accept("t1")
    first.attach(ScanResult((header_finding(1),)), is_complete=False)
    assert first.decisions() == {}
    first.attach(_SCAN, is_complete=True)
    assert set(first.decisions()) == {"t1"}
    first.close()


def test_nothing_happens_without_a_session() -> None:
    controller = ReviewController(None)
    controller.accept("h1")
    controller.undo()
    assert controller.session is None


def test_decisions_of_a_file_are_taken_over_as_one_step(tmp_path: Path) -> None:
    first = _opened(tmp_path / "one")
    first.accept("h1")
    first.draw(Box(1, 2, 3, 4), loaded().patients[0].studies[0].series[0].instances[0].source, 2)
    assert first.session is not None
    write_decisions(first.session, tmp_path / "decisions.json")
    second = _opened(tmp_path / "two")
    assert second.load_decisions(tmp_path / "decisions.json") == 2
    assert second.decisions() == first.decisions()
    second.undo()
    assert second.decisions() == {}
    first.close()
    second.close()


def test_a_file_that_holds_no_decisions_is_refused_with_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "d.json").write_text("{}")
    controller = _opened(tmp_path / "one")
    told: list[str] = []
    controller.refused.connect(told.append)
    assert controller.load_decisions(tmp_path / "d.json") == 0
    assert "could not be read" in told[0]
    controller.close()
