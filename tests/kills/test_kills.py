"""A seeded handful of kills; ``python -m tests.kills`` has the two hundred."""

from __future__ import annotations

import random
from pathlib import Path

from tests.kills.decisions import Reviews
from tests.kills.killing import Place, kills
from viewer.provenance import AuditLog


def test_after_a_kill_everything_is_whole(tmp_path: Path) -> None:
    place = Place(tmp_path, random.Random(7), patience=0.3)
    found = list(kills(place, 6))
    assert [problem for _, problems in found for problem in problems] == []
    assert {killed for killed, _ in found} == {"audit", "export", "load", "vault"}


def test_the_search_for_damage_can_fail(tmp_path: Path) -> None:
    place = Place(tmp_path, random.Random(7))
    place.kill_once("audit")
    AuditLog().append("series viewed", series="k")
    (tmp_path / "out" / "half" / "dicom").mkdir(parents=True)
    next(place.source.iterdir()).write_bytes(b"")
    log = AuditLog().path
    log.write_bytes(log.read_bytes().replace(b"viewed", b"hidden", 1))
    told = " ".join(place.problems())
    for expected in ("source folder changed", "half an export", "audit log"):
        assert expected in told


def test_after_a_kill_the_decisions_are_there(tmp_path: Path) -> None:
    reviews = Reviews(tmp_path, random.Random(3))
    assert [each for _ in range(2) for each in reviews.kill_once()] == []
    assert reviews.decided > 0
