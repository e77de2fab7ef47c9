"""One head under work: answers requests with pictures of it as it is and as it would become."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from time import perf_counter

import numpy as np
from numpy.typing import NDArray

from viewer.errors import CancelledError
from viewer.model import FaceEdit, Stroke
from viewer.model.study import Vector
from viewer.surface.assess import FaceAssessment
from viewer.surface.mesh import SkinMesh, reduced
from viewer.surface.preview import DefacePreview
from viewer.surface.sculpting.drawn_mesh import DrawnMesh, heat_colours, part, softened, with_zone
from viewer.surface.sculpting.heat import heat_map, rgb_of
from viewer.surface.sculpting.messages import (
    Answer,
    Check,
    Dab,
    HeadState,
    Look,
    Opened,
    Picture,
    PlanePicture,
    PlaneWish,
    Request,
)
from viewer.surface.sculpting.painter import Painter
from viewer.surface.sculpting.planes import PlaneMaker
from viewer.surface.votes import count_votes

_DECIMALS = 1
_COARSE, _COARSE_NEW = 150, 100


class Sculpture:
    """Holds the meshes, the planes and the preview; ``painter`` None where nothing can be drawn.

    Without a preview (no head was fitted) it is only looked at.
    """

    def __init__(
        self,
        found: FaceAssessment,
        preview: DefacePreview | None,
        painter: Painter | None,
        *,
        is_ct: bool,
    ) -> None:
        assert found.skin is not None
        self._risk, self._preview, self._painter = found.risk, preview, painter
        self._planes = PlaneMaker(found.skin, is_ct)
        self._full = softened(found.skin.mesh)
        self._coarse = reduced(self._full, _COARSE)
        self._version = 0
        self._drawn: dict[tuple[str, bool], tuple[int, DrawnMesh]] = {}
        self._chain: tuple[Stroke, ...] = ()
        self._before_stroke = np.zeros(0, bool)
        self._body: NDArray[np.bool_] | None = None
        if painter is not None:
            painter.frame(self._planes.low, self._planes.high)

    def opened(self) -> Opened:
        """What the other end is told first."""
        return Opened(
            self._risk,
            self._planes.low,
            self._planes.high,
            self._state(),
            self._painter is not None,
            True,
        )

    def answer(self, request: Request) -> Answer:
        """Edit, then paint, then draw; raises RuntimeError when drawing fails."""
        start = perf_counter()
        before = self._version
        if request.edit is not None:
            self._edit(request.edit)
        painted = tuple(filter(None, [self._dab(each) for each in request.dabs]))
        picture = self._draw(request.look, bool(painted)) if request.look else None
        answer = Answer(
            picture,
            self._cut(request.planes, painted) if request.planes else (),
            self._state() if self._version != before or request.edit else None,
            self._pick(request.pick) if request.pick else None,
            painted,
        )
        return replace(answer, busy_ms=(perf_counter() - start) * 1000)

    def prepare(self, look: Look) -> None:
        """Make what a moving hand will need, so that its first touch is answered as the others."""
        if self._painter is not None and self._preview is not None and look.pace != "move":
            self._meshes(replace(look, pace="move"))

    def check(self, is_interrupted: Callable[[], bool]) -> Check | None:
        """Let the face detectors look at the new surface; None when interrupted."""
        if self._preview is None or self._painter is None:
            return None

        def progress(done: int, total: int, text: str) -> None:
            if is_interrupted():
                raise CancelledError("Interrupted.")

        try:
            votes = count_votes(self._preview.surface(), self._preview.fit, progress)
        except CancelledError:
            return None
        return Check(self._preview.edit, votes.hog, votes.haar) if votes else None

    # -- changing

    def _edit(self, edit: FaceEdit) -> None:
        if self._preview is not None and edit == self._merged():
            self._preview = replace(self._preview, edit=edit)
        elif self._preview is not None and edit != self._preview.edit:
            self._preview = self._preview.edited(edit)
            self._version += 1
        self._chain = ()

    def _merged(self) -> FaceEdit | None:
        """What is shown with the touches of the stroke in hand as the one stroke they are."""
        if self._preview is None or not self._chain:
            return None
        edit, count = self._preview.edit, len(self._chain)
        points = tuple(each.points[-1] for each in self._chain)
        stroke = replace(self._chain[0], points=points)
        return replace(edit, strokes=(*edit.strokes[:-count], stroke))

    def _dab(self, dab: Dab) -> Vector | None:
        """Touch the head; a stroke is a chain of touches, each one a short stroke of its own."""
        if dab.starts or not self._chain:
            self._chain = ()
            self._before_stroke = self._preview.mask if self._preview else self._before_stroke
        at = dab.at or (self._pick(dab.spot) if dab.spot else None)
        if at is None or self._preview is None:
            return None
        x, y, z = (round(each, _DECIMALS) for each in at)
        here = (x, y, z)
        points = (self._chain[-1].points[-1], here) if self._chain else (here,)
        edit = self._preview.edit
        stroke = Stroke(points, dab.radius_mm, dab.adds)
        self._chain = (*self._chain, stroke)
        self._preview = self._preview.edited(replace(edit, strokes=(*edit.strokes, stroke)))
        self._version += 1
        return here

    def _pick(self, spot: tuple[float, float]) -> Vector | None:
        return self._painter.pick(spot) if self._painter else None

    def _state(self) -> HeadState | None:
        seen = self._preview
        if seen is None:
            return None
        if self._body is None:
            self._body = seen.inside > 0
        inside = np.count_nonzero(seen.mask & self._body) * seen.grid.spacing**3 / 1000
        return HeadState(
            seen.edit, dict(seen.fit.landmarks), seen.is_confident, dict(seen.regions), inside
        )

    # -- drawing

    def _draw(self, look: Look, hurry: bool) -> Picture | None:
        return self._painter.draw(self._meshes(look), look, hurry=hurry) if self._painter else None

    def _meshes(self, look: Look) -> list[DrawnMesh]:
        fine = look.pace == "rest"
        if look.shows == "original" or self._preview is None:
            meshes = [self._original(look, fine=fine)]
        else:
            names = ["kept", "new", *(["ghost"] if look.shows == "difference" else [])]
            in_hand = look.pace == "move" and bool(self._chain)
            full = {"new": look.pace != "move"}
            meshes = [self._made(name, full.get(name, fine), in_hand=in_hand) for name in names]
        for each in meshes:  # at rest a look into the open neck shows the inside
            each.hide_backs(look.shows == "original" or look.pace == "move")
        return meshes

    def _original(self, look: Look, *, fine: bool) -> DrawnMesh:
        if ("original", fine) not in self._drawn:
            made = DrawnMesh(self._full if fine else self._coarse)
            self._drawn["original", fine] = 0, made
        drawn = self._drawn["original", fine][1]
        key = (look.heat, self._version if look.zone else None)
        if not drawn.is_painted(key):
            colours = heat_colours(drawn.mesh, heat=look.heat)
            if look.zone and self._preview is not None:
                marked = drawn.marked(self._preview.mask, self._preview.grid)
                colours = with_zone(colours, marked)
            drawn.paint(colours, key)
        return drawn

    def _made(self, what: str, fine: bool, *, in_hand: bool) -> DrawnMesh:
        """The parts of the defaced head: "kept", "new", or the "ghost" of what goes.

        While a brush is ``in_hand`` they keep their shape and what it touched is tinted, which
        follows the hand; the shape is made anew when it is lifted.
        """
        version, drawn = self._drawn.get((what, fine), (-1, None))
        if drawn is not None and in_hand and version >= self._version - len(self._chain):
            self._tint(what, drawn)
        elif drawn is None or version != self._version:
            drawn = self._make(what, fine)
            self._drawn[what, fine] = self._version, drawn
        return drawn

    def _tint(self, what: str, drawn: DrawnMesh) -> None:
        assert self._preview is not None
        mask, adds = self._preview.mask, self._chain[0].adds
        touched = mask & ~self._before_stroke if adds else self._before_stroke & ~mask
        colours = _colours(what, drawn.mesh)
        colours[drawn.marked(touched, self._preview.grid)] = rgb_of(
            heat_map().zone if adds else heat_map().plain
        )
        drawn.paint(colours, self._version)

    def _make(self, what: str, fine: bool) -> DrawnMesh:
        assert self._preview is not None
        if what == "new":
            mesh = self._preview.surface()
            mesh = mesh if fine else reduced(mesh, _COARSE_NEW)
        else:
            whole = self._full if fine else self._coarse
            marked = self._preview.mask_on(whole.points.astype(np.float64))
            is_ghost = what == "ghost"
            mesh = part(whole, marked if is_ghost else ~marked, touching=not is_ghost)
        drawn = DrawnMesh(mesh, ghost=what == "ghost")
        drawn.paint(_colours(what, mesh), 0)
        return drawn

    def _cut(self, wish: PlaneWish, painted: tuple[Vector, ...]) -> tuple[PlanePicture, ...]:
        at = painted[-1] if painted else wish.at
        seen = self._preview if wish.zone else None
        if seen is None:
            return tuple(self._planes.pictures(at, None, None, None))
        return tuple(self._planes.pictures(at, seen.grid, seen.mask, seen.lock))


def _colours(what: str, mesh: SkinMesh) -> NDArray[np.float64]:
    colours = heat_colours(mesh, heat=False, style="defaced")
    return with_zone(colours, np.ones(len(mesh.points), bool)) if what == "ghost" else colours
