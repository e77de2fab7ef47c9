"""Brain, mask and landmarks on synthetic heads: ``python -m tests.benchmarks.face_grid``.

Every case is one line in a results file, so that a run can be stopped and continued; with
``--minutes`` it stops by itself. Nothing is drawn: masks are those of the standard preset and of
the deepest step that the self-check could ask for.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from time import process_time

import numpy as np

from tests.benchmarks.results import Row, arguments, collect
from tests.surface.cases import Case, grid, voxels_of
from viewer.surface import Fit, Phantom
from viewer.surface.assess import is_confident
from viewer.surface.brain import protected
from viewer.surface.evidence import gather
from viewer.surface.fit import fit_head
from viewer.surface.replacement import Surroundings, masked
from viewer.surface.shell import DEEPEST, STANDARD
from viewer.surface.skin import skin_of

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
    lock = protected(skin, fit, voxels.is_ct, max(voxels.spacing))
    around = Surroundings.of(skin, lock)
    touched = {}
    for name, step in (("standard", STANDARD), ("deepest", DEEPEST)):
        mask = masked(voxels, around, fit, step)
        touched[name] = [int((mask & phantom.brain).sum()), round(float(mask.mean()), 4)]
    return {
        "errors_mm": errors(phantom, fit),
        "brain": touched,
        "confident": is_confident(fit, evidence),
        "cost": round(fit.cost, 2),
        "relief": round(evidence.relief, 3),
        "cpu_s": round(process_time() - start, 1),
    }


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
    """The figures of all cases, then those of each contrast, cut and field of view."""
    yield f"{len(done)} of {wanted} cases, load {os.getloadavg()[0]:.1f}"
    for part in range(4):
        groups = sorted({name.split("/")[part] for name in done}) if part else [""]
        for group in groups:
            rows = [row for name, row in done.items() if not part or name.split("/")[part] == group]
            yield _line(group or "all", rows)
    for name, row in done.items():
        if "error" in row or max(row["errors_mm"]) > 10 or row["brain"]["deepest"][0]:
            yield f"  {name}: {row}"


def _line(title: str, rows: list[Row]) -> str:
    good = [row for row in rows if "error" not in row]
    away = np.array([value for row in good for value in row["errors_mm"]])
    brain = {step: sum(row["brain"][step][0] for row in good) for step in ("standard", "deepest")}
    sure = np.mean([row["confident"] for row in good])
    return (
        f"{title:14} {len(rows):4} cases: eyes and nasion {away.mean():.1f} mm mean, "
        f"{np.percentile(away, 95):.1f} 95th, {away.max():.1f} max; brain voxels changed "
        f"{brain['standard']} (standard) {brain['deepest']} (deepest); confident {sure:.0%}; "
        f"{np.mean([row['cpu_s'] for row in good]):.1f} CPU s each"
    )


if __name__ == "__main__":
    main()
