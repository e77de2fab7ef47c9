"""A thorough look adds what was not seen, and nothing twice."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import numpy as np

from tests.clean.pixels.build import image
from tests.detect.pixels.looking import save_all
from tests.ocr.drawing import strokes
from tests.review.builders import text_finding
from viewer.detect import look_again, scan
from viewer.detect.again import unseen
from viewer.load import load
from viewer.model import Action, Box, Finding
from viewer.profile import load_profile


def at(box: Box, *, frames: tuple[int, ...] = (0,), action: Action = Action.BLANK) -> Finding:
    plain = text_finding(1, action)
    place = replace(plain.location, box=box, frames=frames)
    return replace(plain, id=f"{box}{frames}{action}", location=place)


KNOWN = at(Box(10, 10, 100, 20), frames=(0, 1))


def test_the_same_place_is_not_told_twice() -> None:
    assert unseen([at(Box(12, 8, 90, 20))], [KNOWN]) == []
    assert unseen([KNOWN], [KNOWN]) == []


def test_another_place_or_another_frame_is_new() -> None:
    for fresh in (at(Box(60, 10, 150, 20)), at(Box(12, 8, 90, 20), frames=(2,))):
        assert unseen([fresh], [KNOWN]) == [fresh]


def test_what_is_to_be_kept_does_not_stand_for_what_identifies() -> None:
    kept = replace(KNOWN, proposed=Action.KEEP)
    fresh = at(Box(12, 8, 90, 20))
    assert unseen([fresh], [kept]) == [fresh]
    assert unseen([replace(fresh, proposed=Action.KEEP)], [kept]) == []


def test_known_findings_stay_and_hidden_text_of_one_frame_is_added(tmp_path: Path) -> None:
    shape = (200, 300)
    speckle = np.random.default_rng(5).rayleigh(40, (12, *shape)).clip(0, 250).astype(np.uint8)
    speckle[:, :40] = 0
    speckle[:, strokes(shape, "ROSENTHAL", 20, 30)] = 250
    loaded = load([save_all(tmp_path, image(speckle))])
    profile = load_profile("research")
    first = scan(loaded, profile, face=False)
    again = look_again(loaded, profile, first)
    assert again.findings[: len(first.findings)] == first.findings
    assert [each.text.reveal() for each in again.findings].count("ROSENTHAL") == 1
