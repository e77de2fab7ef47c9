"""What a person says about signs can be undone, and goes into a report without values."""

from __future__ import annotations

from pathlib import Path

from tests.authenticity.planes import scan_plane
from tests.benchmarks.edits.memory import subject_of
from viewer.authenticity import (
    NO_SIGN,
    Level,
    Sign,
    Verdict,
    Verdicts,
    Word,
    check_area,
    report_page,
)
from viewer.model import Box, Source


def _sign(number: int = 0, level: Level = Level.SIGN) -> Sign:
    source = Source(Path(f"plane{number}"))
    return Sign("exact-copy", "exact-copy", source, 0, "A <place> repeats", level, Box(1, 2, 3, 4))


def test_words_are_undone_and_redone_by_name() -> None:
    empty = Verdicts()
    said = empty.say(Verdict("a", Word.DISMISSED, "text")).say(Verdict("b", Word.ACCEPTED))
    assert said.undo_name == "Accept a sign"
    once = said.undo()
    assert set(once.now) == {"a"}
    assert (once.undo_name, once.redo_name) == ("Dismiss a sign", "Accept a sign")
    assert once.undo().undo() == once.undo()
    assert once.redo() == said
    assert once.withdraw("a").undo().now == once.now
    assert empty.withdraw("x") is empty


def test_ids_stay_the_same_and_differ_between_signs() -> None:
    assert _sign().id == _sign().id
    assert len({_sign(0).id, _sign(1).id}) == 2
    assert "plane0" not in _sign(0).id


def test_the_report_tells_place_rate_and_word_and_no_file_name() -> None:
    series = subject_of([scan_plane(0), scan_plane(1)]).series
    sign = _sign(1)
    verdicts = {sign.id: Verdict(sign.id, Word.DISMISSED, "a ruler <b>")}
    area = check_area(scan_plane(0), Box(100, 90, 24, 24))
    page = report_page([series], [sign], verdicts, [("series 1, image 1", area)])
    assert "series 1, image 2, x 1, y 2, 3 by 4 pixels" in page
    assert "dismissed: a ruler &lt;b&gt;" in page
    assert "A &lt;place&gt; repeats" in page
    assert area.text in page
    assert "plane1" not in page and "2.25." not in page
    assert NO_SIGN not in page


def test_without_a_sign_the_report_says_what_that_does_not_show() -> None:
    series = subject_of([scan_plane(0)]).series
    assert NO_SIGN in report_page([series], [], {})
    facts = [_sign(0, Level.FACT), _sign(0, Level.STATEMENT)]
    assert NO_SIGN in report_page([series], facts, {})
    failed = report_page([series], [_sign(0, Level.FAILED)], {})
    assert NO_SIGN not in failed
    assert "may hold signs" in failed
