"""The report's lines about faces: what was measured on the exported files, in words."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Iterable, Iterator, Mapping
from html import escape
from typing import Any

_STATES = ("before", "after")
_CAPTION = (
    "Before: how much of each region's skin the scan held. After: how much of it is still where it "
    "was, from blue (nothing) to yellow (all). Drawn on a head that is nobody's, and on the shell "
    "that everybody gets; the face of the patient is in no picture."
)
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


def face_pictures(faces: Iterable[Mapping[str, Any]]) -> str:
    """HTML with a picture of before and after for every series whose face was removed."""
    shown = [
        (each["series"], each["proof"]["skin_of_each_region"]) for each in faces if "proof" in each
    ]
    figures = [_figure(series, regions) for series, regions in shown if regions]
    return "".join(figures) + f"<p>{_CAPTION}</p>" if figures else ""


def _figure(series: str, regions: Mapping[str, Mapping[str, float]]) -> str:
    from viewer.surface.portrait import portrait  # only here: it loads VTK

    pictures = []
    for state in _STATES:
        shares = {name: found[state] for name, found in regions.items()}
        told = ", ".join(f"{name} {share:.0%}" for name, share in shares.items())
        coded = b64encode(portrait(shares, defaced=state == "after")).decode()
        pictures.append(
            f'<div><img alt="{escape(f"{state}: {told}")}" src="data:image/jpeg;base64,{coded}">'
            f"<small>{escape(f'{state.capitalize()}: {told}')}</small></div>"
        )
    return f"<figure><figcaption>{escape(series)}</figcaption>{''.join(pictures)}</figure>"


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
