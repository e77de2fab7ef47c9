"""One decision for the same value, wherever it stands, and no other value."""

from __future__ import annotations

from dataclasses import replace

from tests.review.builders import header_finding, session, text_finding
from viewer import review
from viewer.model import Action, Category, Masked

_FIRST = header_finding(1)


def test_the_same_value_is_found_whatever_its_case_and_nothing_else() -> None:
    spelled = replace(header_finding(2), text=Masked(" KOWALSKI^JAN "))
    other = replace(header_finding(3), text=Masked("Kowalska^Anna"))
    opened = session(_FIRST, spelled, other, text_finding(1))
    assert review.same_value(opened, _FIRST.id) == (_FIRST.id, spelled.id)


def test_another_category_or_proposal_is_another_decision() -> None:
    place = replace(header_finding(2), category=Category.DATE)
    kept = header_finding(3, Action.KEEP)
    assert review.same_value(session(_FIRST, place, kept), _FIRST.id) == (_FIRST.id,)


def test_what_is_decided_is_left_alone() -> None:
    opened = review.keep(session(_FIRST, header_finding(2)), "h2", "a phantom")
    assert review.same_value(opened, _FIRST.id) == (_FIRST.id,)


def test_without_a_value_nothing_is_the_same() -> None:
    empty = replace(_FIRST, text=Masked(""))
    assert review.same_value(session(empty, replace(empty, id="h9")), empty.id) == ()
    assert review.same_value(session(_FIRST), "gone") == ()
