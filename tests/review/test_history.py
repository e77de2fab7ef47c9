"""Undo and redo behave like a list of states with a finger on it."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from tests.review.builders import text_finding
from viewer.review import History, ReviewState

_STATES = [ReviewState((text_finding(n),)) for n in range(4)]
_MOVES = st.lists(st.one_of(st.just("undo"), st.just("redo"), st.integers(0, 3)), max_size=40)


@given(_MOVES)
def test_any_sequence_of_edits_agrees_with_a_plain_list(moves: list[str | int]) -> None:
    history, done, undone = History(), [ReviewState()], list[ReviewState]()
    for move in moves:
        if move == "undo":
            history = history.undo()
            if len(done) > 1:
                undone.append(done.pop())
        elif move == "redo":
            history = history.redo()
            if undone:
                done.append(undone.pop())
        elif _STATES[int(move)] != done[-1]:
            history = history.push(f"step {move}", _STATES[int(move)])
            done.append(_STATES[int(move)])
            undone.clear()
        assert history.state == done[-1]
        assert bool(history.undo_name) == (len(done) > 1)
        assert bool(history.redo_name) == bool(undone)


@given(_MOVES)
def test_undoing_everything_leads_to_the_start_and_redoing_back(moves: list[str | int]) -> None:
    history = History()
    for number, move in enumerate(moves):
        history = history.push(f"step {number}", _STATES[int(move)] if isinstance(move, int) else
                               ReviewState())  # fmt: skip
    last, start = history.state, history
    for _ in moves:
        start = start.undo()
    assert start.state == ReviewState()
    for _ in moves:
        start = start.redo()
    assert start.state == last


def test_a_step_that_changes_nothing_is_no_step() -> None:
    assert History().push("nothing", ReviewState()).undo_name == ""
