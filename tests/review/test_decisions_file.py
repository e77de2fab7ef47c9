"""Decisions travel in a file without values and come back the same."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.review.builders import header_finding, session
from viewer import review
from viewer.errors import UsageError
from viewer.model import Action, Box, Brush, Ellipse, Outline, Polygon, ScanResult


def test_a_file_written_is_read_back_the_same(tmp_path: Path) -> None:
    done = review.keep(session(), "h1", "a phantom")
    series = done.loaded.patients[0].studies[0].series[0]
    done, _ = review.add_box(done, series, series.instances[0], None, Box(1, 2, 3, 4))
    review.write_decisions(done, tmp_path / "d.json")
    result, decisions = review.read_decisions(tmp_path / "d.json", done.loaded, done.scan)
    assert result.findings == done.findings
    assert decisions == done.decisions()


def test_the_file_holds_no_value_no_uid_and_no_path(tmp_path: Path) -> None:
    done = review.accept_group(session(), ["h1", "h2", "t1"])
    done = review.apply_to_series(done, "t1")
    review.write_decisions(done, tmp_path / "d.json")
    text = (tmp_path / "d.json").read_text()
    assert json.loads(text)["schema"] == "scanveil-decisions/1"
    for value in ("Kowalski", "1961", "1.2.3", "scans"):
        assert value not in text


def test_decisions_on_findings_that_are_not_there_are_left_out(tmp_path: Path) -> None:
    done = review.accept_group(session(), ["h1", "h2", "t1"])
    review.write_decisions(done, tmp_path / "d.json")
    scan = ScanResult((header_finding(2),))
    assert list(review.read_decisions(tmp_path / "d.json", done.loaded, scan)[1]) == ["h2"]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "[]",
        "{}",
        '{"schema": "scanveil-decisions/1", "marked": [], "decisions": [{"finding": "x"}]}',
        '{"schema": "scanveil-decisions/1", "marked": [],'
        ' "decisions": [{"finding": "x", "action": "keep", "reason": " "}]}',
        '{"schema": "scanveil-decisions/1", "marked": [],'
        ' "decisions": [{"finding": "x", "action": "review"}]}',
        '{"schema": "scanveil-decisions/1", "decisions": [],'
        ' "marked": [{"id": "a", "series": "b", "instances": [], "box": [0, 0, 0, 5]}]}',
    ],
)
def test_another_file_is_refused(tmp_path: Path, text: str) -> None:
    (tmp_path / "d.json").write_text(text)
    with pytest.raises(UsageError):
        review.read_decisions(tmp_path / "d.json", session().loaded, session().scan)


def test_proposals_accepted_without_a_person_say_so() -> None:
    made = review.accept_proposals(session().findings)
    assert [each.by_person for each in made.values()] == [False, False, False]
    assert made["t1"].action is Action.BLANK


@pytest.mark.parametrize(
    "outline",
    [
        Ellipse(Box(1, 2, 5, 4)),
        Polygon(((1.0, 2.0), (6.5, 2.25), (3.0, 6.0))),
        Brush(((2, 1, 4), (3, 2, 6))),
    ],
)
def test_an_outline_comes_back_the_same(outline: Outline, tmp_path: Path) -> None:
    done = session()
    series = done.loaded.patients[0].studies[0].series[0]
    done, marked = review.add_box(done, series, series.instances[0], None, outline)
    done = review.set_box(done, marked, Box(3, 3, 8, 9))
    done = review.apply_to_series(done, marked)
    review.write_decisions(done, tmp_path / "d.json")
    result, decisions = review.read_decisions(tmp_path / "d.json", done.loaded, done.scan)
    assert result.findings == done.findings
    assert decisions == done.decisions()
    assert result.findings[-1].location.outline == outline.fitted(Box(3, 3, 8, 9))


@pytest.mark.parametrize(
    "outline", ['{"star": [1, 2]}', '{"ellipse": [1, 2, 0, 4]}', '{"polygon": [[1, 2]]}', "[]"]
)
def test_an_outline_of_another_kind_is_refused(outline: str, tmp_path: Path) -> None:
    text = (
        '{"schema": "scanveil-decisions/1", "decisions": [], "marked": [{"id": "a", "series": "b",'
        ' "instances": [], "box": [0, 0, 5, 5], "outline": ' + outline + "}]}"
    )
    (tmp_path / "d.json").write_text(text)
    with pytest.raises(UsageError):
        review.read_decisions(tmp_path / "d.json", session().loaded, session().scan)
