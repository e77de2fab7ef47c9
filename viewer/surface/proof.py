"""What is left of a face in a volume that was written: measured anew, against the original."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from viewer.model import FaceRisk, Progress, silent
from viewer.surface.assess import assess_again
from viewer.surface.deface import alike
from viewer.surface.mesh import surface_of
from viewer.surface.neighbours import nearest, tree_of
from viewer.surface.relief import FACE_CORNERS, similarity
from viewer.surface.series import Basis
from viewer.surface.skin import Skin
from viewer.surface.template import REGIONS, region_of
from viewer.surface.voxels import Voxels

_BONE_HU = 300.0
_SAME_SKIN = 0.75  # of the grid's spacing


@dataclass(frozen=True, slots=True)
class Remains:
    """What checks find on a written volume.

    ``hog`` and ``haar`` are the shares of views in which detectors fire, None where none could
    look. ``skin_alike`` and ``bone_alike`` are how much the surfaces below the brow are like the
    original's: 1 the same; bone None unless it is CT. ``shown`` is the share of each region's skin
    that the original had, and that lies where it lay in the written volume, 0 to 1.
    """

    risk: FaceRisk
    relief: float
    hog: float | None
    haar: float | None
    skin_alike: float
    bone_alike: float | None
    shown: tuple[tuple[str, float, float], ...] = ()


def remains(written: Voxels, basis: Basis, progress: Progress = silent) -> Remains:
    """Look for the face again, in the frame in which it was removed."""
    after = assess_again(written, basis.fit, basis.assessment, progress, approved=basis.approved)
    old, votes = basis.assessment.skin, after.votes
    return Remains(
        after.risk,
        after.evidence.relief if after.evidence else 0.0,
        votes.hog if votes else None,
        votes.haar if votes else None,
        alike(old, after.skin, basis.fit),
        _bone_alike(old, after.skin, basis) if written.is_ct else None,
        _shown(basis, after.skin),
    )


def _shown(basis: Basis, new: Skin | None) -> tuple[tuple[str, float, float], ...]:
    old, evidence = basis.assessment.skin, basis.assessment.evidence
    if old is None or evidence is None:
        return ()
    points = old.mesh.points[~old.on_edge]
    region = region_of(basis.fit.to_canonical(points).astype(np.float32))
    there = np.zeros(len(points), bool)
    if new is not None:
        reach = _SAME_SKIN * new.grid.spacing
        there = nearest(tree_of(new.mesh.points), points, reach=reach)[0] < reach
    found = []
    for name, share in evidence.regions.items():
        here = there[region == REGIONS.index(name)]
        found.append((name, share, share * float(here.mean()) if here.size else 0.0))
    return tuple(found)


def _bone_alike(old: Skin | None, new: Skin | None, basis: Basis) -> float:
    if old is None or new is None:
        return 0.0
    corners = FACE_CORNERS @ basis.fit.matrix[:3, :3].T + basis.fit.matrix[:3, 3]
    grids = (each.grid.around(corners) for each in (old, new))
    meshes = (surface_of(each.values, _BONE_HU, each.origin, each.spacing) for each in grids)
    before, after = (basis.fit.to_canonical(mesh.points).astype(np.float32) for mesh in meshes)
    return similarity(before, after)


def locked_count(changed: NDArray[np.bool_], voxels: Voxels, basis: Basis) -> int:
    """How many changed voxels [slice, row, column] lie in what may be brain."""
    grid, lock, matrix = basis.around.skin.grid, basis.around.lock, voxels.affine
    found = 0
    for number in np.flatnonzero(changed.any(axis=(1, 2))):
        rows, columns = np.nonzero(changed[number])
        plane = np.outer(columns, matrix[:3, 0]) + np.outer(rows, matrix[:3, 1]) + matrix[:3, 3]
        points = plane + matrix[:3, 2] * voxels.slices[number]
        found += int(grid.picked(lock, points).sum())
    return found
