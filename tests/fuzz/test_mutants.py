"""Two thousand damaged files; ``python -m tests.fuzz`` goes on as long as there is time."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from tests.dicom.made import file_bytes, image, ramp
from tests.fuzz.kept import Kept
from tests.fuzz.mutate import mutant
from tests.fuzz.seeds import PLANTED, Seed, planted, seeds
from tests.fuzz.subject import Subject
from tests.fuzz.supervising import Outcome, Series, run_whole


@pytest.mark.slow
@pytest.mark.timeout(1200)
def test_two_thousand_mutants_do_no_harm(tmp_path: Path) -> None:
    outcome = run_whole(Series(seed=5, first=0, last=2000, batch=25), tmp_path)
    assert outcome.wrong == []
    assert (outcome.mutants, outcome.deaths, outcome.hangs) == (2000, 0, 0)
    assert outcome.tally["loaded"] > 500
    assert outcome.tally["decoded"] > 200
    assert outcome.tally["exported"] > 20


def test_the_same_numbers_give_the_same_mutants(tmp_path: Path) -> None:
    found = seeds(tmp_path)
    first = [mutant(found, 3, number) for number in range(50)]
    assert first == [mutant(found, 3, number) for number in range(50)]
    assert len(set(first)) > 45
    assert sum(each.content.count(PLANTED[2].encode()) for each in found) > 5


def test_a_process_that_dies_or_hangs_is_counted_and_left_behind(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tests.fuzz.supervising._SUBJECT", "tests.fuzz.ill_subject")
    outcome = run_whole(Series(seed=0, first=0, last=4, batch=1, limit=0.3), tmp_path)
    assert (outcome.mutants, outcome.deaths, outcome.hangs) == (4, 1, 1)


def test_what_a_batch_leaves_behind_is_searched(tmp_path: Path) -> None:
    (tmp_path / "output").write_bytes(b"")
    subject = Subject(tmp_path)
    subject.seeds = [Seed(planted(file_bytes(image(ramp()))), ())]
    assert subject.batch(0, [])["wrong"] == []
    for coding in ("ascii", "utf-16-le"):
        (tmp_path / "output").write_bytes(PLANTED[0].encode(coding))
        assert subject.batch(0, [])["wrong"] == ["leak in output"]
    subject.reader.close()


def test_a_series_that_is_broken_up_goes_on_and_is_summed(tmp_path: Path) -> None:
    path = tmp_path / "kept.json"
    first = Outcome(40, deaths=1, tally=Counter(loaded=9), wrong=["32: the process died"])
    Kept(path).with_run(7, 0, first)
    again = Kept(path)
    assert (again.first(7, 0), again.first(8, 0)) == (40, 0)
    whole = again.with_run(7, 40, Outcome(10, hangs=2, tally=Counter(loaded=1)))
    assert (whole.mutants, whole.deaths, whole.hangs, whole.tally["loaded"]) == (50, 1, 2, 10)
    assert whole.wrong == ["seed 7, 32: the process died"]
    assert Kept(path).first(7, 0) == 50
