"""How a study stands follows from scan, decisions, opinions and exports, and is remembered."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from tests.review.many import many, uid
from viewer import review
from viewer.model import Box, Failure
from viewer.review import (
    Outlook,
    ReviewSession,
    SessionStore,
    StudyRecord,
    StudyStatus,
    decisions_digest,
    of_studies,
    progress_of,
)


def _session() -> ReviewSession:
    loaded, scan = many()
    return ReviewSession(loaded, scan, "research", "reviewer", person="anna")


def _states(
    now: ReviewSession, *, complete: bool = True, two: bool = False, exported: str = ""
) -> list[str]:
    digests = {uid(0): exported} if exported else {}
    found = progress_of(Outlook(now), is_complete=complete, needs_two=two, exported=digests)
    return [each.status.value for each in found.values()]


def test_a_study_goes_from_new_to_exported_and_back_when_a_decision_changes() -> None:
    now = _session()
    assert _states(now, complete=False) == ["new"] * 3
    assert _states(now) == ["scanned"] * 3
    now = review.accept(now, "h0")
    assert _states(now) == ["in review", "scanned", "scanned"]
    now = review.accept(now, "t0")
    assert _states(now)[0] == "ready"
    digest = decisions_digest(now, [each for each in now.findings if each.id in ("h0", "t0")])
    assert _states(now, exported=digest)[0] == "exported"
    assert _states(review.set_box(now, "t0", Box(0, 0, 9, 9)), exported=digest)[0] == "ready"
    assert _states(review.withdraw(now, "t0"), exported=digest)[0] == "in review"


def test_failures_and_objections_block_and_agreement_is_waited_for() -> None:
    now = review.accept_group(_session(), ["h0", "t0", "h1", "t1"])
    broken = next(now.loaded.instances()).source
    failed = replace(now, scan=replace(now.scan, failures=(Failure("text", broken, "x"),)))
    assert _states(failed) == ["blocked", "ready", "scanned"]
    assert _states(now, two=True) == ["in review", "in review", "scanned"]
    other = replace(now, person="bert")
    said = review.object_to(review.agree(other, ["h0", "t0"]), ["h1"], "no")
    assert _states(said, two=True) == ["ready", "blocked", "scanned"]


def test_some_studies_are_a_session_of_their_own() -> None:
    now = _session()
    series = list(now.loaded.series())
    for each in series[:2]:
        now, _ = review.add_box(now, each, each.instances[0], None, Box(1, 1, 2, 2))
    some = of_studies(now, [uid(1)])
    assert [each.study_uid for each in some.loaded.studies()] == [uid(1)]
    assert {each.location.study_uid for each in some.findings} == {uid(1)}
    assert len(some.findings) == 3
    assert len(some.decisions()) == 1


def test_status_and_places_are_there_in_the_next_run_and_nowhere_in_clear(tmp_path: Path) -> None:
    loaded, _ = many()
    place = tmp_path / "Quastenflosser 1934"
    store = SessionStore(tmp_path)
    store.studies.remember({uid(0): StudyRecord("in review", 4, 2)})
    store.studies.opened([place], loaded)
    store.close()
    again = SessionStore(tmp_path)
    (recent,) = again.studies.recents()
    assert recent.places == (str(place),)
    assert (recent.modalities, recent.series, recent.files) == (("US",), 3, 3)
    assert recent.status == {"in review": 1, "new": 2}
    assert again.studies.recall([uid(0), uid(1)])[uid(0)].undecided == 2
    again.studies.forget_recents()
    assert again.studies.recents() == ()
    again.close()
    for each in tmp_path.iterdir():
        assert b"Quastenflosser" not in each.read_bytes()


def test_only_a_dozen_places_are_remembered_the_last_first(tmp_path: Path) -> None:
    loaded, _ = many(1)
    store = SessionStore(tmp_path)
    for number in (*range(14), 5):
        store.studies.opened([tmp_path / str(number)], loaded)
    found = [Path(each.places[0]).name for each in store.studies.recents()]
    store.close()
    assert found == ["5", "13", "12", "11", "10", "9", "8", "7", "6", "4", "3", "2"]


def test_ready_and_exported_need_no_work() -> None:
    assert [each.value for each in StudyStatus if not each.needs_work] == ["ready", "exported"]
