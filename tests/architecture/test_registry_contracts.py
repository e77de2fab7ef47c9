"""What every detector, cleaning method and check owes: an id, a version, and honest texts.

The newcomer's test runs this file in a copy of the project that has one more of each.
"""

from __future__ import annotations

import inspect
import re
from collections import Counter
from typing import Any

import pytest

from viewer import authenticity, clean, detect

_ID = re.compile(r"[a-z][a-z0-9]*([.-][a-z0-9]+)*")

DETECTORS = detect.detectors()
METHODS = clean.methods()
CHECKS = authenticity.checks()
COVERS = {
    "detector": ("finds", "misses"),
    "method": ("cleans", "cannot"),
    "check": ("finds", "misses"),
}
OFFERED = [
    pytest.param(kind, each, id=f"{kind}:{each.id}")
    for kind, all_of_kind in (("detector", DETECTORS), ("method", METHODS), ("check", CHECKS))
    for each in all_of_kind
]


def test_there_is_one_of_each_kind() -> None:
    assert DETECTORS and METHODS and CHECKS


def test_no_two_share_an_id() -> None:
    for offered in (DETECTORS, METHODS, CHECKS):
        counts = Counter(each.id for each in offered)
        assert [name for name, count in counts.items() if count > 1] == []


@pytest.mark.parametrize(("kind", "offered"), OFFERED)
def test_its_id_can_stand_in_a_manifest(kind: str, offered: Any) -> None:
    assert _ID.fullmatch(offered.id)


@pytest.mark.parametrize(("kind", "offered"), OFFERED)
def test_it_has_a_version(kind: str, offered: Any) -> None:
    assert re.fullmatch(r"\d+(\.\d+)*", offered.version)


@pytest.mark.parametrize(("kind", "offered"), OFFERED)
def test_it_says_what_it_covers_and_what_not(kind: str, offered: Any) -> None:
    texts = [offered.title, *(getattr(offered, name) for name in COVERS[kind])]
    assert all(len(text) > 8 and text == text.strip() for text in texts)
    assert len(set(texts)) == len(texts)


@pytest.mark.parametrize("method", METHODS, ids=lambda each: each.id)
def test_a_method_has_a_place_in_the_order(method: Any) -> None:
    assert 0 < method.order < 1000
    assert list(inspect.signature(method.clean).parameters) == ["ds", "plan", "context"]


@pytest.mark.parametrize("detector", DETECTORS, ids=lambda each: each.id)
def test_a_detector_looks_at_a_series(detector: Any) -> None:
    assert list(inspect.signature(detector.detect).parameters) == ["series", "context"]


def test_methods_come_in_their_order() -> None:
    assert [each.order for each in METHODS] == sorted(each.order for each in METHODS)
