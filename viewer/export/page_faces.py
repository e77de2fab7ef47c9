"""The report's lines about faces: what was measured on the exported files, in words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

_NONE_LOOKED = "no face detector could look on this machine"


def face_lines(faces: Iterable[Mapping[str, Any]]) -> Iterator[str]:
    """One or more sentences for every series that was assessed."""
    for each in faces:
        proof = each.get("proof")
        if proof is None:
            yield f"{each['series']}: face {each['grade_before']}; its surface was left as it was."
            continue
        yield (
            f"{each['series']}: face {each['grade_before']} before, {each['grade_after']} after; "
            f"measured on the exported files: {_detectors(proof['detectors'])}."
        )
        yield f"{each['series']}: {_voxels(proof['voxels'])} {_likeness(proof)}"


def _detectors(found: Mapping[str, Any]) -> str:
    if found["hog"] is None:
        return _NONE_LOOKED
    return (
        f"detectors fire in {found['hog']:.0%} (HOG) and {found['haar']:.0%} (Haar) of "
        f"{found['views']} views"
    )


def _voxels(voxels: Mapping[str, int]) -> str:
    return (
        f"{voxels['changed']} voxels differ from the source, {voxels['changed_outside_mask']} of "
        f"them outside the mask and {voxels['changed_in_brain_lock']} in the protected brain."
    )


def _likeness(proof: Mapping[str, Any]) -> str:
    like = proof["like_the_original"]
    bone = "" if like["bone"] is None else f", of the bone {like['bone']:.2f}: it was kept"
    return f"Likeness to the original below the brow (1 the same): skin {like['skin']:.2f}{bone}."
