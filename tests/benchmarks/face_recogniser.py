"""A closed-set recogniser of depth maps: ``python -m tests.benchmarks.face_recogniser``.

Every identity is scanned twice as CT, with other voxels and in another position. The first scan is
in the gallery; the second is looked up, intact and defaced, by the correlation of what stands out
in depth maps of skin and of bone. No detector looks, so every deface is the first, standard step.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from time import perf_counter

import numpy as np
from numpy.typing import NDArray

from tests.benchmarks.results import arguments
from tests.surface.cases import voxels_of
from viewer.surface import Fit, Voxels, assess, deface, head_volume, votes
from viewer.surface.fit import Matrix
from viewer.surface.mesh import surface_of
from viewer.surface.relief import BROW_ROW, depth_map, detail
from viewer.surface.skin import Skin, skin_of

Floats = NDArray[np.float32]
_BONE_HU = 300.0
_SURFACES = ("skin", "bone")


def main() -> None:
    """Make the depth maps that are missing in the folder, then look every identity up."""
    asked = arguments(__doc__, 30, "face-recogniser")
    votes.can_draw = lambda: False  # type: ignore[assignment]
    asked.results.mkdir(exist_ok=True)
    end = perf_counter() + asked.minutes * 60
    for seed in range(1, asked.identities + 1):
        place = asked.results / f"{seed}.npz"
        if not place.exists() and perf_counter() < end:
            np.savez_compressed(place, **_maps(seed))
    for line in _summary(asked.results, asked.identities):
        print(line)


def _maps(seed: int) -> dict[str, Floats]:
    first = _scan(seed, 1.5, 0.0, 0.0)
    second = _scan(seed, 1.3, 6.0 * np.sin(seed), 5.0 * np.cos(seed))
    found = {}
    for name, scan in (("gallery", first), ("intact", second)):
        result = assess(scan, spacing_mm=1.5)
        assert result.skin is not None
        assert result.fit is not None
        found |= _both(name, result.skin, result.fit)
    done = deface(second, result)
    after = Voxels(
        np.where(done.mask, done.values, second.array), second.affine, "CT", second.slices
    )
    skin = skin_of(after, 1.5)
    assert skin is not None
    return found | _both("defaced", skin, done.fit)


def _scan(seed: int, step: float, nod: float, turn: float) -> Voxels:
    scan = voxels_of(head_volume(seed, "CT", (step, step, step)))
    a, b = np.radians(nod), np.radians(turn)
    motion: Matrix = np.eye(4)
    motion[1:3, 1:3] = [[np.cos(a), -np.sin(a)], [np.sin(a), np.cos(a)]]
    around = np.eye(4)
    around[:2, :2] = [[np.cos(b), -np.sin(b)], [np.sin(b), np.cos(b)]]
    return Voxels(scan.array, motion @ around @ scan.affine, "CT", scan.slices)


def _both(name: str, skin: Skin, fit: Fit) -> dict[str, Floats]:
    grid = skin.grid
    bone = surface_of(grid.values, _BONE_HU, grid.origin, grid.spacing)
    points = {"skin": skin.mesh.points[~skin.on_edge], "bone": bone.points}
    return {
        f"{name}_{which}": depth_map(fit.to_canonical(points[which]).astype(np.float32))
        for which in _SURFACES
    }


def _summary(folder: Path, wanted: int) -> Iterator[str]:
    places = [folder / f"{seed}.npz" for seed in range(1, wanted + 1)]
    maps = [np.load(place) for place in places if place.exists()]
    chance, load = 1 / max(1, len(maps)), os.getloadavg()[0]
    yield f"{len(maps)} of {wanted} identities, chance {chance:.3f}, load {load:.1f}"
    for which in _SURFACES:
        for part, rows in (("whole", slice(None)), ("below the brow", slice(0, BROW_ROW))):
            gallery = [each[f"gallery_{which}"][rows] for each in maps]
            for state in ("intact", "defaced"):
                probes = [each[f"{state}_{which}"][rows] for each in maps]
                scores = np.array([[_alike(probe, one) for one in gallery] for probe in probes])
                found = f"rank-1 {rank_one(scores):.2f}, AUC {auc(scores):.2f}"
                yield f"{which} {part}, {state}: {found}"


def _alike(probe: Floats, entry: Floats) -> float:
    both = np.isfinite(probe) & np.isfinite(entry)
    if both.sum() < 150:
        return 0.0
    a, b = detail(probe, both), detail(entry, both)
    return float((a * b).sum() / max(1e-6, np.sqrt((a * a).sum() * (b * b).sum())))


def rank_one(scores: Floats) -> float:
    """How often the highest score of a row stands on the diagonal."""
    return float((scores.argmax(axis=1) == np.arange(len(scores))).mean())


def auc(scores: Floats) -> float:
    """How often a score on the diagonal is above one beside it."""
    same = np.eye(len(scores), dtype=bool)
    pairs = scores[same][:, None] - scores[~same][None, :]
    return float((pairs > 0).mean() + 0.5 * (pairs == 0).mean())


if __name__ == "__main__":
    main()
