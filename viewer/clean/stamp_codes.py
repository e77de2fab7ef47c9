"""Which codes of CID 7050 an instance may claim, by what was really done to it."""

from __future__ import annotations

from pydicom.dataset import Dataset

from viewer.clean.plan import CleanContext, InstancePlan
from viewer.model import Change, FaceGrade
from viewer.profile import Option, Profile, attribute_action

_PIXELS = ("PixelData", "FloatPixelData", "DoubleFloatPixelData")
_NEEDS_PROOF = (Option.CLEAN_PIXEL_DATA, Option.CLEAN_RECOGNIZABLE_VISUAL_FEATURES)


def claimed_options(ds: Dataset, plan: InstancePlan, context: CleanContext) -> list[Option]:
    """Options of the profile that hold for this instance, in the order of their codes.

    Clean Pixel Data needs pixels that text detection looked at; Clean Recognizable Visual Features
    needs a face that was removed, or a volume found to hold none. No option is claimed whose
    cleaning a person overruled for an attribute of this instance.
    """
    wanted = context.profile.options - _overruled(context.changes)
    claimed = [each for each in wanted if each not in _NEEDS_PROOF]
    if Option.CLEAN_PIXEL_DATA in wanted and plan.text_checked and has_pixels(ds):
        claimed.append(Option.CLEAN_PIXEL_DATA)
    if Option.CLEAN_RECOGNIZABLE_VISUAL_FEATURES in wanted and is_faceless(plan, context):
        claimed.append(Option.CLEAN_RECOGNIZABLE_VISUAL_FEATURES)
    return sorted(claimed, key=lambda each: each.code)


def _overruled(changes: tuple[Change, ...]) -> set[Option]:
    """Options that would have cleaned what a decision kept, by Table E.1-1."""
    kept = (each.attribute for each in changes if each.what == "kept" and each.attribute)
    rows = (attribute_action(tag) for path in kept for tag in path.tags)
    return {
        Option(name) for row in rows if row for name, code in row.options.items() if code == "C"
    }


def has_pixels(ds: Dataset) -> bool:
    """Whether the instance has pixel data of any kind."""
    return any(keyword in ds for keyword in _PIXELS)


def is_faceless(plan: InstancePlan, context: CleanContext) -> bool:
    """Whether no face was found here: by assessing the volume, or again after defacing it."""
    if was(context.changes, "defaced"):
        return context.defaced is not None and context.defaced.after.grade is FaceGrade.NONE
    return plan.face is FaceGrade.NONE


def was(changes: tuple[Change, ...], *what: str) -> bool:
    """Whether a change of one of these kinds happened."""
    return any(each.what in what for each in changes)


def longitudinal(profile: Profile) -> str:
    """Value of (0028,0303) that agrees with the codes."""
    if Option.RETAIN_FULL_DATES in profile.options:
        return "UNMODIFIED"
    if Option.RETAIN_MODIFIED_DATES in profile.options:
        return "MODIFIED"
    return "REMOVED"
