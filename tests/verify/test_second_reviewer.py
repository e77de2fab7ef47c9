"""The statement must show the two reviewers it says were required; older ones say nothing."""

from __future__ import annotations

from typing import Any

import pytest

from viewer.verify.second_reviewer import check_second_reviewer

P1 = {"person": "P1", "roles": ["reviewer"], "decided": 7, "agreed": 0}
P2 = {"person": "P2", "roles": ["second reviewer"], "decided": 0, "agreed": 7}
TOLD = {"required": True, "agreed": 7, "people": [P1, P2]}


def _check(told: Any, by_profile: int = 0) -> tuple[bool, bool, str]:
    review = {"decided_by_person": {"remove": 5, "blank": 2}, "decided_by_profile": {}}
    if by_profile:
        review["decided_by_profile"] = {"remove": by_profile}
    if told is not None:
        review["second_reviewer"] = told
    (found,) = check_second_reviewer({"predicate": {"review": review}})
    return found.ok, found.done, found.detail


def test_two_people_who_agree_pass() -> None:
    ok, done, detail = _check(TOLD)
    assert ok
    assert done
    assert detail.endswith("P1 (reviewer) decided 7. P2 (second reviewer) agreed with 7.")


def test_a_statement_of_an_earlier_version_stays_valid() -> None:
    ok, done, detail = _check(None)
    assert (ok, done) == (True, False)
    assert "says nothing" in detail


def test_one_reviewer_where_one_is_enough_is_no_failure() -> None:
    assert _check({**TOLD, "required": False, "people": [P1], "agreed": 0})[:2] == (True, False)


@pytest.mark.parametrize(
    "told",
    [
        {**TOLD, "people": [{**P1, "agreed": 7}]},
        {**TOLD, "people": [P1]},
        {**TOLD, "agreed": 6},
        {**TOLD, "people": [P1, {**P2, "agreed": 6}]},
        {**TOLD, "people": [{**P1, "decided": 6}, P2]},
        {**TOLD, "people": [{**P1, "decided": 4}, {**P2, "decided": 3}]},
        {**TOLD, "people": "two"},
        {"required": True},
        [],
    ],
)
def test_numbers_that_do_not_fit_fail(told: Any) -> None:
    assert _check(told)[0] is False


def test_decisions_of_the_profile_are_nobodys() -> None:
    assert "7 of them by somebody" in _check(TOLD, by_profile=2)[2]
