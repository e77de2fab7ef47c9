"""A synthetic head on the sculptor's stand: pictures, planes, brush, edits."""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache

import numpy as np
import pytest
from numpy.typing import NDArray

from tests.surface.heads import assessed, head, voxels
from viewer.model import FaceEdit, FacePreset, Stroke
from viewer.surface import DefacePreview, prepare_preview
from viewer.surface.sculpting import Dab, Look, Orbit, Picture, PlaneWish, Request
from viewer.surface.sculpting.painter import Painter
from viewer.surface.sculpting.sculpture import Sculpture
from viewer.surface.votes import can_draw

LOOK = Look(200, 180, Orbit(0, 0))
FOREHEAD = (0.5, 0.25)


@lru_cache(maxsize=1)
def _preview():  # type: ignore[no-untyped-def] # noqa: ANN202
    return prepare_preview(voxels(head()), assessed())


@pytest.fixture(scope="module")
def painter() -> Painter:
    if not can_draw():
        pytest.skip("this machine has no OpenGL")
    return Painter()


@pytest.fixture
def sculpture(painter: Painter) -> Sculpture:
    return Sculpture(assessed(), _preview(), painter, is_ct=True)


def pixels(picture: Picture | None) -> NDArray[np.uint8]:
    assert picture is not None
    flat = np.frombuffer(picture.pixels, np.uint8)
    return flat.reshape(picture.height, picture.width, 4)[..., 2::-1]


def warmth(picture: Picture | None) -> float:
    """How yellow the middle is: red minus blue."""
    seen = pixels(picture).astype(int)
    rows, columns = seen.shape[0] // 2, seen.shape[1] // 2
    middle = seen[rows - 5 : rows + 5, columns - 5 : columns + 5]
    return float((middle[..., 0] - middle[..., 2]).mean())


def test_the_face_is_hot_and_the_back_of_the_head_is_cold(sculpture: Sculpture) -> None:
    front = sculpture.answer(Request(look=LOOK)).picture
    behind = sculpture.answer(Request(look=replace(LOOK, orbit=Orbit(180, 0)))).picture
    plain = sculpture.answer(Request(look=replace(LOOK, heat=False))).picture
    assert warmth(front) > 80
    assert warmth(behind) < 0
    assert warmth(plain) < warmth(front) / 2
    assert pixels(front)[0, 0].tolist() == [0, 0, 0]


def test_a_spot_of_the_picture_is_a_place_on_the_skin(sculpture: Sculpture) -> None:
    sculpture.answer(Request(look=LOOK))
    nose = sculpture.answer(Request(pick=(0.5, 0.58))).picked
    assert nose is not None
    assert abs(nose[0]) < 6
    assert nose[1] < -80
    assert sculpture.answer(Request(pick=(0.01, 0.01))).picked is None


def test_painting_adds_to_what_is_replaced_and_says_where(sculpture: Sculpture) -> None:
    before = sculpture.opened().state
    sculpture.answer(Request(look=LOOK))
    dabs = (Dab(8.0, True, spot=FOREHEAD, starts=True), Dab(8.0, True, spot=(0.55, 0.25)))
    answer = sculpture.answer(Request(look=LOOK, dabs=dabs))
    assert before is not None
    assert answer.state is not None
    assert len(answer.painted) == 2
    assert answer.state.replaced_ml > before.replaced_ml + 0.5
    again = sculpture.answer(Request(edit=FaceEdit())).state
    assert again is not None
    assert again.replaced_ml == pytest.approx(before.replaced_ml)


def test_one_stroke_is_the_same_as_its_dabs(sculpture: Sculpture) -> None:
    sculpture.answer(Request(look=LOOK))
    dabs = [Dab(8.0, True, spot=(0.45 + 0.02 * n, 0.25), starts=n == 0) for n in range(4)]
    painted = sculpture.answer(Request(dabs=tuple(dabs)))
    stroke = Stroke(painted.painted, 8.0, True)
    merged = sculpture.answer(Request(edit=FaceEdit(strokes=(stroke,)))).state
    assert painted.state is not None
    assert merged is not None
    assert merged.replaced_ml == pytest.approx(painted.state.replaced_ml)


def test_what_goes_is_shown_over_what_stays(sculpture: Sculpture) -> None:
    shown = {
        name: pixels(sculpture.answer(Request(look=replace(LOOK, shows=name))).picture)
        for name in ("original", "defaced", "difference")
    }
    assert not np.array_equal(shown["defaced"], shown["difference"])
    assert warmth_of(shown["difference"]) > warmth_of(shown["defaced"]) + 10


def warmth_of(seen: NDArray[np.uint8]) -> float:
    face = seen[80:120, 80:120].astype(int)
    return float((face[..., 0] - face[..., 2]).mean())


def test_the_zone_is_tinted_where_the_brush_was(sculpture: Sculpture) -> None:
    look = replace(LOOK, zone=True, heat=False)
    before = pixels(sculpture.answer(Request(look=look)).picture).astype(int)
    dab = Dab(10.0, True, spot=FOREHEAD, starts=True)
    after = pixels(sculpture.answer(Request(look=look, dabs=(dab,))).picture).astype(int)
    changed = np.abs(after - before).sum(axis=2) > 30
    rows, columns = np.nonzero(changed)
    assert 10 < changed.sum() < 2000
    assert abs(rows.mean() / 180 - FOREHEAD[1]) < 0.08
    assert abs(columns.mean() / 200 - FOREHEAD[0]) < 0.08


def test_in_motion_less_is_drawn_of_a_large_picture(sculpture: Sculpture) -> None:
    large = replace(LOOK, width=1600, height=1400, pace="move")
    for _ in range(6):
        picture = sculpture.answer(Request(look=large)).picture
    assert picture is not None
    assert picture.width < 1600
    assert picture.width / picture.height == pytest.approx(1600 / 1400, rel=0.02)


@pytest.mark.parametrize("shows", ["original", "defaced", "difference"])
def test_in_motion_the_backs_of_triangles_are_left_out_and_the_head_looks_the_same(
    sculpture: Sculpture, shows: str
) -> None:
    moving = replace(LOOK, shows=shows, pace="move")
    drawn = pixels(sculpture.answer(Request(look=moving)).picture).astype(int)
    for each in sculpture._meshes(moving):
        assert each.actor.GetProperty().GetBackfaceCulling()
    whole = sculpture.answer(Request(look=replace(moving, pace="work"))).picture
    if shows != "original":
        assert (
            not sculpture._made("kept", False, in_hand=False)
            .actor.GetProperty()
            .GetBackfaceCulling()
        )
    if pixels(whole).shape == drawn.shape:
        assert (np.abs(pixels(whole).astype(int) - drawn).max(axis=2) > 40).mean() < 0.02


def test_the_first_touch_finds_its_meshes_made(
    sculpture: Sculpture, monkeypatch: pytest.MonkeyPatch
) -> None:
    look = replace(LOOK, shows="difference")
    sculpture.answer(Request(look=look))
    sculpture.prepare(look)
    monkeypatch.setattr(Sculpture, "_make", lambda *_: pytest.fail("made while a hand waits"))
    moving = replace(look, pace="move")
    dab = Dab(8.0, True, spot=FOREHEAD, starts=True)
    assert sculpture.answer(Request(look=moving, dabs=(dab,))).painted


def test_the_planes_go_through_the_point_and_mark_what_goes(sculpture: Sculpture) -> None:
    state = sculpture.opened().state
    assert state is not None
    at = state.landmarks["nose_tip"]
    planes = sculpture.answer(Request(planes=PlaneWish(at))).planes
    assert [each.name for each in planes] == ["axial", "coronal", "sagittal"]
    for each, axis in zip(planes, (2, 1, 0), strict=True):
        seen = np.frombuffer(each.pixels, np.uint8).reshape(each.height, each.width, 4)
        assert abs(each.corner[axis] - at[axis]) <= 1.0
        assert (seen[..., 0] != seen[..., 2]).any()
    plain = sculpture.answer(Request(planes=PlaneWish(at, zone=False))).planes
    for each in plain:
        seen = np.frombuffer(each.pixels, np.uint8).reshape(each.height, each.width, 4)
        assert (seen[..., 0] == seen[..., 2]).all()


def test_a_preset_replaces_more_than_the_one_before(sculpture: Sculpture) -> None:
    amounts = []
    for preset in FacePreset:
        state = sculpture.answer(Request(edit=FaceEdit(preset))).state
        assert state is not None
        amounts.append(state.replaced_ml)
    assert amounts == sorted(amounts)
    assert amounts[0] < amounts[-1]


def test_the_detectors_are_interrupted_by_what_a_person_does(sculpture: Sculpture) -> None:
    asked = []

    def soon() -> bool:
        asked.append(1)
        return len(asked) > 2

    assert sculpture.check(soon) is None
    assert len(asked) == 3


def test_without_drawing_the_planes_and_the_brush_remain() -> None:
    blind = Sculpture(assessed(), _preview(), None, is_ct=True)
    opened = blind.opened()
    assert not opened.draws
    assert opened.state is not None
    at = opened.state.landmarks["chin"]
    answer = blind.answer(
        Request(look=LOOK, planes=PlaneWish(at), dabs=(Dab(6.0, False, at=at, starts=True),))
    )
    assert answer.picture is None
    assert len(answer.planes) == 3
    assert answer.state is not None
    assert answer.state.replaced_ml < opened.state.replaced_ml


def test_a_body_without_a_fitted_head_is_only_looked_at(painter: Painter) -> None:
    only = Sculpture(assessed(), None, painter, is_ct=True)
    assert only.opened().state is None
    answer = only.answer(Request(look=replace(LOOK, shows="defaced"), edit=FaceEdit()))
    assert answer.picture is not None
    assert answer.state is None


def test_a_brush_tints_the_new_head_and_shapes_it_when_lifted(
    sculpture: Sculpture, monkeypatch: pytest.MonkeyPatch
) -> None:
    made: list[int] = []
    surface = DefacePreview.surface
    monkeypatch.setattr(DefacePreview, "surface", lambda self: (made.append(1), surface(self))[1])
    look = replace(LOOK, shows="defaced", pace="move")
    assert not _orange(sculpture.answer(Request(look=look)).picture)
    for step in range(4):
        dab = Dab(10.0, True, (0.44 + 0.04 * step, 0.25), starts=step == 0)
        picture = sculpture.answer(Request(look=look, dabs=(dab,))).picture
    assert len(made) == 1
    assert _orange(picture) > 0.004
    lifted = sculpture.answer(Request(look=replace(look, pace="work"))).picture
    assert len(made) == 2
    assert not _orange(lifted)


def _orange(picture: Picture | None) -> float:
    """The share of pixels in the colour of what will be replaced."""
    seen = pixels(picture).astype(int)
    return float((seen[..., 0] - seen[..., 2] > 60).mean())
