"""Free text loses what identifies and keeps the rest, over tables of descriptions."""

from __future__ import annotations

import time
from functools import cache

import pytest

from tests.identifiers.free_text.scoring import Score, descriptions, score
from viewer.identifiers.generic import generic_spans

_FEWEST = {"descriptions": 300, "held_out": 100}
_KEPT = {"descriptions": 0.98, "held_out": 0.95}


@cache
def _scores(table: str) -> list[Score]:
    return [score(each) for each in descriptions(table)]


@pytest.mark.parametrize("table", _FEWEST)
def test_the_tables_are_large_and_mark_identifiers(table: str) -> None:
    rows = descriptions(table)
    assert len(rows) >= _FEWEST[table]
    assert sum(len(each.secret) for each in rows) > len(rows) * 0.8


def test_no_identifier_is_left_in_any_description() -> None:
    leaks = {each.description.text: each.leaked for each in _scores("descriptions") if each.leaked}
    assert leaks == {}


@pytest.mark.parametrize("table", _FEWEST)
def test_nearly_all_other_words_are_kept(table: str) -> None:
    words = sum(len(each.description.harmless) for each in _scores(table))
    lost = [word for each in _scores(table) for word in each.lost]
    assert 1 - len(lost) / words >= _KEPT[table], lost


@pytest.mark.parametrize("piece", ["id-", "a-", "a.", "1-", "Dr. ", "x@", "12 ", "1 rue ", "A."])
def test_no_text_is_slow_to_search(piece: str) -> None:
    start = time.perf_counter()
    generic_spans(piece * 4000)
    assert time.perf_counter() - start < 1.5, "linear in the length of the text"
