"""A second, thorough look at pixels that adds to what a scan found and takes nothing away."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from viewer.detect.scan import scan
from viewer.model import Action, Finding, Loaded, Progress, ScanResult, silent
from viewer.profile import Profile

_COVERED = 0.7


def look_again(
    loaded: Loaded,
    profile: Profile,
    result: ScanResult,
    *,
    jobs: int = 1,
    progress: Progress = silent,
) -> ScanResult:
    """The result with what a thorough scan finds in pixels where nothing was found before.

    Findings keep their ids, so decisions stay with them. Raises CancelledError.
    """
    found = scan(
        loaded, profile, header=False, face=False, thorough=True, jobs=jobs, progress=progress
    )
    fresh = unseen(found.findings, result.findings)
    return replace(result, findings=(*result.findings, *fresh))


def unseen(found: Sequence[Finding], known: Sequence[Finding]) -> list[Finding]:
    """Those found that no known finding stands for: same id, or the same place in every frame.

    What is to be kept stands only for what is to be kept.
    """
    ids = {each.id for each in known}
    by_series: dict[str, list[Finding]] = defaultdict(list)
    for each in known:
        by_series[each.location.series_uid].append(each)
    return [
        each
        for each in found
        if each.id not in ids and not _stood_for(each, by_series[each.location.series_uid])
    ]


def _stood_for(finding: Finding, known: Sequence[Finding]) -> bool:
    box = finding.location.box
    if box is None:
        return False
    covered = np.zeros((box.height, box.width), bool)
    for each in known:
        other = each.location.box
        if other is not None and box.overlap(other) and _speaks_for(each, finding):
            x, y = max(0, other.x - box.x), max(0, other.y - box.y)
            covered[y : max(0, other.bottom - box.y), x : max(0, other.right - box.x)] = True
    return bool(covered.mean() >= _COVERED)


def _speaks_for(known: Finding, finding: Finding) -> bool:
    if known.proposed is Action.KEEP and finding.proposed is not Action.KEEP:
        return False
    old, new = known.location, finding.location
    frames = old.frames is None or set(new.frames or ()) <= set(old.frames)
    return frames and set(new.sources) <= set(old.sources)
