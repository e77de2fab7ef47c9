"""A second reviewer agrees or objects; only somebody else, and only about what still holds."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest

from tests.review.builders import loaded, session
from viewer import review
from viewer.errors import UsageError
from viewer.model import Action, Box, ScanResult
from viewer.review import ReviewSession, SessionStore, Standing

_ALL = ("h1", "h2", "t1")


def _by(who: str, now: ReviewSession) -> ReviewSession:
    return replace(now, person=who, reviewer=f"role {who}")


def _decided(who: str = "anna") -> ReviewSession:
    return review.accept_group(_by(who, session()), _ALL)


def _standing(now: ReviewSession, finding_id: str) -> Standing:
    finding = now.finding(finding_id)
    assert finding is not None
    return review.standing(finding, now.decision(finding_id), now.state.opinions)


def test_another_person_agrees_with_one_or_all() -> None:
    now = _by("bert", _decided())
    assert [each.id for each in review.Outlook(now).waiting] == list(_ALL)
    now = review.agree(now, ["h1"])
    assert _standing(now, "h1") is Standing.AGREED
    assert _standing(now, "h2") is Standing.WAITING
    now = review.agree(now, [each.id for each in review.Outlook(now).waiting])
    assert {_standing(now, each) for each in _ALL} == {Standing.AGREED}
    assert now.history.undo_name == "Agree with 2 decisions"
    assert _standing(review.undo(now), "h2") is Standing.WAITING


def test_nobody_agrees_with_themselves_or_without_an_account() -> None:
    with pytest.raises(UsageError, match="Nobody else decided"):
        review.agree(_decided(), _ALL)
    with pytest.raises(UsageError, match="Nobody is logged in"):
        review.agree(replace(_decided(), person=""), _ALL)
    assert _standing(_decided(""), "h1") is Standing.UNNAMED


def test_an_objection_needs_a_reason_and_counts_for_more_than_agreement() -> None:
    now = review.agree(_by("bert", _decided()), _ALL)
    with pytest.raises(UsageError, match="needs a reason"):
        review.object_to(_by("carl", now), ["h1"], " ")
    now = review.object_to(_by("carl", now), ["h1"], "too little is blanked")
    assert _standing(now, "h1") is Standing.OBJECTED
    assert _standing(review.take_back(now, ["h1"]), "h1") is Standing.AGREED


def test_a_changed_decision_waits_again_and_the_objection_is_settled() -> None:
    now = review.object_to(_by("bert", _decided()), ["t1"], "move it")
    now = review.set_box(_by("anna", now), "t1", Box(0, 0, 20, 9))
    assert _standing(now, "t1") is Standing.WAITING
    agreed = review.agree(_by("bert", now), ["t1"])
    assert _standing(agreed, "t1") is Standing.AGREED
    moved = review.change_action(_by("anna", agreed), "h1", Action.REPLACE)
    assert _standing(moved, "h1") is Standing.WAITING


def test_who_moves_a_mark_has_decided_it() -> None:
    now = _by("anna", session())
    series = next(now.loaded.series())
    now, mark = review.add_box(now, series, series.instances[0], None, Box(1, 1, 4, 4))
    now = review.agree(_by("bert", now), [mark])
    moved = review.set_box(now, mark, Box(2, 2, 4, 4))
    assert moved.state.decisions[mark].person == "bert"
    assert _standing(moved, mark) is Standing.WAITING
    with pytest.raises(UsageError):
        review.agree(moved, [mark])


def test_opinions_are_there_in_the_next_run(tmp_path: Path) -> None:
    store, now = SessionStore(tmp_path), review.agree(_by("bert", _decided()), ["h1"])
    now = review.object_to(now, ["t1"], "wider")
    store.claim(now.loaded)
    store.save(session(), now)
    assert store.claim(loaded()).state == now.state
    store.save(now, review.take_back(now, ["t1"]))
    assert set(store.claim(loaded()).state.opinions) == {"h1"}
    store.close()


def test_a_decisions_file_carries_opinions_that_nobody_can_write_by_hand(tmp_path: Path) -> None:
    path = tmp_path / "decisions.json"
    now = review.object_to(review.agree(_by("bert", _decided()), ["h1"]), ["h2"], "no")
    review.write_decisions(now, path)
    assert review.read_opinions(path) == (dict(now.state.opinions), 0)
    told = json.loads(path.read_text("utf-8"))
    for each in told["opinions"]:
        each["agrees"] = True
    path.write_text(json.dumps(told), "utf-8")
    opinions, strange = review.read_opinions(path)
    assert (set(opinions), strange) == ({"h1"}, 1)


def test_who_loads_a_file_of_decisions_has_decided_them(tmp_path: Path) -> None:
    path = tmp_path / "decisions.json"
    review.write_decisions(_decided("somebody invented"), path)
    start = _by("bert", session())
    _, decisions = review.read_decisions(path, start.loaded, ScanResult(start.findings))
    now = review.adopt(start, (), decisions.values())
    assert {each.person for each in now.state.decisions.values()} == {"bert"}


def test_an_outlook_that_follows_another_says_what_a_fresh_one_does() -> None:
    steps = [_by("bert", _decided())]
    steps.append(review.agree(steps[-1], ["h1", "t1"]))
    steps.append(_by("carl", review.object_to(_by("carl", steps[-1]), ["h1"], "too little")))
    steps.append(review.change_action(steps[-1], "t1", Action.REMOVE))
    steps.append(review.undo(review.take_back(steps[-1], ["h1"])))
    before = review.Outlook(session())
    for now in steps:
        fresh, follows = review.Outlook(now), review.Outlook(now, before)
        assert follows.standings == fresh.standings
        assert follows.standings == {each: _standing(now, each) for each in _ALL}
        assert (follows.waiting, follows.others) == (fresh.waiting, fresh.others)
        before = follows
    assert before.standings["h1"] is Standing.OBJECTED
    assert before.standings["t1"] is Standing.WAITING
