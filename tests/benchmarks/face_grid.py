"""Brain, mask and landmarks on synthetic heads: ``python -m tests.benchmarks.face_grid``.

Every case is one line in a results file, so that a run can be stopped and continued; with
``--minutes`` it stops by itself. Nothing is drawn: stored values are compared before and after the
standard step and the deepest one that the self-check could ask for. Heads whose fit is not
confident ask a person, and an export refuses them until one looked: they are counted apart.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from time import process_time
from typing import Any

import numpy as np
from numpy.typing import NDArray
from pydicom.uid import ExplicitVRLittleEndian

from tests.benchmarks.results import Row, arguments, collect
from tests.surface.cases import Case, grid, voxels_of
from viewer.clean.surface.deface import patched
from viewer.dicom import Frame, VoiParameters
from viewer.dicom.pixel_spec import PixelSpec
from viewer.surface import Fit, Phantom, SlicePatch, Voxels
from viewer.surface.assess import is_confident
from viewer.surface.brain import protected
from viewer.surface.evidence import gather
from viewer.surface.fit import fit_head
from viewer.surface.replacement import Mask, Surroundings, filled, masked
from viewer.surface.shell import DEEPEST, STANDARD
from viewer.surface.skin import skin_of

_STEPS = {"standard": STANDARD, "deepest": DEEPEST}
_JUDGED = ("eye_left", "eye_right", "nasion")


def main() -> None:
    """Run what is missing and print a summary of all there is."""
    asked = arguments(__doc__, 20, "face-grid.jsonl")
    cases = {case.name: case for case in grid(asked.identities)}
    done = collect(cases, lambda name: measured(cases[name]), asked.results, asked.minutes)
    for line in summary(done, len(cases)):
        print(line)


def measured(case: Case, coarser: float = 1.0) -> Row:
    """Millimetres and voxel counts of one case, and CPU seconds."""
    start, phantom = process_time(), case.phantom(coarser)
    voxels = voxels_of(phantom)
    skin = skin_of(voxels, coarser)
    if skin is None:
        return {"error": "no skin"}
    fit = fit_head(skin)
    evidence = gather(skin, fit, voxels.spacing)
    around = Surroundings.of(skin, protected(skin, fit, voxels.is_ct, max(voxels.spacing)))
    row = {
        "errors_mm": errors(phantom, fit),
        "confident": is_confident(fit, evidence),
        "cost": round(fit.cost, 2),
        "lead": round(min(fit.lead, 99.0), 2),
        "relief": round(evidence.relief, 3),
    }
    for name, step in _STEPS.items():
        mask = masked(voxels, around, fit, step)
        values = filled(voxels, skin, fit, step, mask)
        row[name] = changes(voxels, mask, values, phantom.brain)
    return {**row, "cpu_s": round(process_time() - start, 1)}


def changes(voxels: Voxels, mask: Mask, values: NDArray[Any], brain: Mask) -> Row:
    """Voxels that differ once the mask's values are written as 12 stored bits.

    How many of them are ``brain``, how many lie ``outside`` the mask, and the share of all.
    """
    found = {"brain": 0, "outside": 0, "share": 0}
    offset = -1024 if voxels.is_ct else 0
    for slab, where, new, mind in zip(voxels.array, mask, values, brain, strict=True):
        frame = _frame(slab - offset)
        units = VoiParameters(intercept=offset)
        differs = patched(frame, SlicePatch.of(where, new), units) != frame.array
        found["brain"] += int((differs & mind).sum())
        found["outside"] += int((differs & ~where).sum())
        found["share"] += int(differs.sum())
    return {**found, "share": round(found["share"] / mask.size, 4)}


def _frame(values: NDArray[np.int16]) -> Frame:
    rows, columns = values.shape
    spec = PixelSpec(
        rows, columns, 1, 1, 16, 12, 11, False, "MONOCHROME2", 0, ExplicitVRLittleEndian
    )
    return Frame(np.clip(values, 0, 4095).astype(np.uint16), "MONOCHROME2", spec)


def errors(phantom: Phantom, fit: Fit) -> list[float]:
    """Distances in mm of the fitted eyes and nasion from the true ones, inside the scan."""
    inverse = np.linalg.inv(phantom.affine)
    size = np.array(phantom.array.shape[::-1])
    found = []
    for name in _JUDGED:
        true = np.array(phantom.landmarks[name])
        index = inverse[:3, :3] @ true + inverse[:3, 3]
        if ((index >= -0.5) & (index <= size - 0.5)).all():
            found.append(round(float(np.linalg.norm(true - np.array(fit.landmarks[name]))), 2))
    return found


def summary(done: dict[str, Row], wanted: int) -> Iterator[str]:
    """The figures of all cases, of those that go on without a person, and of each kind."""
    yield f"{len(done)} of {wanted} cases, load {os.getloadavg()[0]:.1f}"
    good = {name: row for name, row in done.items() if "error" not in row}
    for title, sure in (("go on alone", True), ("ask a person", False)):
        yield _line(title, [row for row in good.values() if row["confident"] is sure])
    for part in range(1, 4):
        for group in sorted({name.split("/")[part] for name in good}):
            rows = [row for name, row in good.items() if name.split("/")[part] == group]
            yield _line(group, [row for row in rows if row["confident"]], len(rows))
    for name, row in done.items():
        if "error" in row or not row["confident"] or max(row["errors_mm"]) > 10 or _touched(row):
            yield f"  {name}: {row}"


def _line(title: str, rows: list[Row], of: int = 0) -> str:
    """Errors of eyes and nasion over all landmarks and cases, and voxels that must not differ."""
    count = f"{title:14} {len(rows):4}{f' of {of}' if of else ''} cases"
    if not rows:
        return count
    away = np.array([value for row in rows for value in row["errors_mm"]])
    means = [np.mean(row["errors_mm"]) for row in rows]
    wrong = {
        what: sum(row[step][what] for row in rows for step in _STEPS)
        for what in ("brain", "outside")
    }
    return (
        f"{count}: eyes and nasion {away.mean():.1f} mm mean, {np.percentile(away, 95):.1f} 95th, "
        f"{away.max():.1f} max, worst case's mean {max(means):.1f}; changed brain voxels "
        f"{wrong['brain']}, voxels outside the mask {wrong['outside']}; "
        f"{np.mean([row['cpu_s'] for row in rows]):.1f} CPU s each"
    )


def _touched(row: Row) -> bool:
    return any(row[step]["brain"] or row[step]["outside"] for step in _STEPS)


if __name__ == "__main__":
    main()
