"""Grades of what shows more or less of a face: ``python -m tests.benchmarks.face_grades``.

Exposure by slice thickness and by crop of synthetic heads, grades of volumes without a face, and,
with ``SCANVEIL_SHARED`` naming the folder of real data, those of the two NIfTI heads there.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import numpy as np
from scipy import ndimage

from tests.benchmarks.results import Row, arguments, collect
from tests.surface.cases import voxels_of
from tests.surface.nifti import read_nifti
from viewer.surface import Voxels, assess, deface, head_volume

_THICK = (1.0, 3.0, 5.0, 7.0, 10.0)
_CROPS = {"full": -131.0, "from the chin": -95.0, "from the mouth": -60.0, "from the nose": -30.0}
_CROPS |= {"from the eyes": -8.0, "from the brow": 20.0}
_TOP = 125.0
_MM = 2.0


def main() -> None:
    """Measure what is missing and print every row."""
    asked = arguments(__doc__, 2, "face-grades.jsonl")
    cases = _cases(asked.identities)
    done = collect(cases, lambda name: _graded(cases[name]()), asked.results, asked.minutes)
    print(f"{len(done)} of {len(cases)} volumes, load {os.getloadavg()[0]:.1f}")
    for name, row in done.items():
        print(f"{name:28} {row['grade']:12} exposure {row['exposure']:.3f}  {row['votes']}")
    for seed in range(1, asked.identities + 1):
        for kind, names in (("thickness", _THICK), ("crop", _CROPS)):
            rows = [done[key] for each in names if (key := f"{seed} {each}") in done]
            falls = bool(np.all(np.diff([row["exposure"] for row in rows]) < 0))
            print(f"identity {seed}: exposure falls with every {kind}: {falls}")


def _graded(voxels: Voxels) -> Row:
    found = assess(voxels, spacing_mm=_MM if max(voxels.spacing) >= _MM else 1.0)
    votes = [found.votes.hog, found.votes.haar] if found.votes else []
    exposure = found.evidence.exposure if found.evidence else 0.0
    return {"grade": str(found.risk.grade), "exposure": round(exposure, 4), "votes": votes}


def _cases(identities: int) -> dict[str, Callable[[], Voxels]]:
    cases: dict[str, Callable[[], Voxels]] = {}
    for seed in range(1, identities + 1):
        for step in _THICK:
            cases[f"{seed} {step}"] = lambda s=seed, t=step: _head(s, (t, 1.0, 1.0))
        for name, low in _CROPS.items():
            cases[f"{seed} {name}"] = lambda s=seed, z=low: cropped(s, z)
    cases |= {"skull": _skull, "brain only": _brain, "empty": _empty, "body": _body}
    cases["defaced by this program"] = _defaced
    folder = Path(os.environ.get("SCANVEIL_SHARED", "")) / "data" / "head_nifti"
    for place in sorted(folder.glob("*.nii.gz")) if folder.is_dir() else ():
        kind = "refaced" if "refaced" in place.name else "defaced"
        cases[f"real MR, {kind} elsewhere"] = lambda p=place: read_nifti(p)
    return cases


def _head(seed: int, spacing: tuple[float, float, float]) -> Voxels:
    return voxels_of(head_volume(seed, "CT", spacing))


def cropped(seed: int, low: float, step: float = _MM) -> Voxels:
    """A head from a height in mm above the ears up."""
    count, middle = round((_TOP - low) / step), (_TOP + low) / 2
    shape = (count, round(240 / step), round(210 / step))
    head = head_volume(seed, "CT", (step, step, step), shape, centre=(0.0, -4.0, middle))
    return voxels_of(head)


def _skull() -> Voxels:
    head = _head(4, (_MM, _MM, _MM))
    bone = np.where(head.array > 250, head.array, -1000).astype(np.int16)
    return Voxels.even(bone, head.affine, "CT")


def _brain() -> Voxels:
    head = head_volume(3, "T1", (_MM, _MM, _MM))
    brain = ndimage.binary_dilation(head.brain)
    return Voxels.even(np.where(brain, head.array, 3).astype(np.int16), head.affine, "MR")


def _empty() -> Voxels:
    return Voxels.even(np.full((60, 90, 90), -1000, np.int16), np.diag([3.0, 3.0, 3.0, 1.0]), "CT")


def _body() -> Voxels:
    z, y, x = np.ogrid[-150:150:3, -120:120:3, -190:190:3]
    body = ((x / 150) ** 2 + (y / 105) ** 2 < 1) | (
        ((np.abs(x) - 170) ** 2 + y**2 < 350) & (z < 80)
    )
    lungs = ((np.abs(x) - 75) / 50) ** 2 + (y / 75) ** 2 + ((z - 60) / 110) ** 2 < 1
    values = np.where(body, np.where(lungs, -850, 40), -1000).astype(np.int16)
    return Voxels.even(values, np.diag([3.0, 3.0, 3.0, 1.0]), "CT")


def _defaced() -> Voxels:
    head = _head(5, (_MM, _MM, _MM))
    done = deface(head, assess(head, spacing_mm=_MM, vote=False))
    return Voxels.even(np.where(done.mask, done.values, head.array), head.affine, "CT")


if __name__ == "__main__":
    main()
