"""Writes into the instance what was done to it, and claims nothing that was not done."""

from __future__ import annotations

from collections.abc import Hashable
from dataclasses import dataclass
from datetime import UTC, datetime

from pydicom.dataelem import RawDataElement
from pydicom.dataset import Dataset
from pydicom.tag import BaseTag

from viewer import __version__
from viewer.clean.change_log import ChangeLog
from viewer.clean.plan import CleanContext, InstancePlan
from viewer.clean.stamp_codes import claimed_options, is_faceless, longitudinal, was
from viewer.dicom import is_recoded, settled_element
from viewer.model import Change, FaceGrade
from viewer.profile import Option, method_code

_MAKER = "Scanveil"
_LONGEST = 64
_PIXELS_CHANGED = ("blanked", "defaced")

_TOUCHED = (
    0x00120062,
    0x00120063,
    0x00120064,
    0x00280301,
    0x00280302,
    0x00280303,
    0x0018A001,
)


@dataclass(frozen=True, slots=True)
class Stamp:
    """Patient Identity Removed, the method and its codes, flags, and the equipment that did it."""

    id: str = "header.stamp"
    version: str = "1"
    title: str = "De-identification stamp"
    cleans: str = "nothing; it records what the other methods did"
    cannot: str = "prove itself: the signature of the export does that"
    order: int = 900

    def clean(self, ds: Dataset, plan: InstancePlan, context: CleanContext) -> list[Change]:
        """Add the stamp attributes of PS3.15 E.1 and PS3.3 C.12.1.1.7."""
        log = ChangeLog(self.id)
        options = claimed_options(ds, plan, context)
        equal = _circumstances(ds, plan, context, options)
        if known := context.memory.stamps.get(equal):
            ds._dict.update(known)
        else:
            _write(ds, plan, context, options)
            if equal and not is_recoded(ds):
                _remember(ds, equal, context)
        log.add("added", f"PS3.15 {context.profile.edition} E.1: de-identification stamp", ())
        return log.changes()


def _write(ds: Dataset, plan: InstancePlan, context: CleanContext, options: list[Option]) -> None:
    ds.PatientIdentityRemoved = "YES"
    _add_methods(ds, plan, context)
    _add_codes(ds, [method_code("basic"), *((each.code, each.meaning) for each in options)])
    _set_flags(ds, plan, context, options)
    _add_equipment(ds, context)


def _circumstances(
    ds: Dataset, plan: InstancePlan, context: CleanContext, options: list[Option]
) -> Hashable:
    """All that a stamp follows from; nothing when it must be made for this instance alone."""
    before = [ds._dict.get(tag) for tag in _TOUCHED]  # type: ignore[call-overload]
    edited = was(context.changes, *_PIXELS_CHANGED)
    if edited or not all(each is None or isinstance(each, RawDataElement) for each in before):
        return ()
    return (
        tuple(each and (each.VR, each.value) for each in before),
        tuple(options),
        plan.reviewed_by_person,
        plan.face,
        str(ds.original_character_set),
        _now(),
    )


def _remember(ds: Dataset, equal: Hashable, context: CleanContext) -> None:
    """Keep the stamp's attributes for instances that get the same one; only of this second."""
    context.memory.stamps.clear()
    made = {BaseTag(tag): settled_element(ds, tag) for tag in _TOUCHED if tag in ds}
    ds._dict.update(made)
    context.memory.stamps[equal] = made


def _now() -> str:
    return datetime.now(UTC).strftime("%Y%m%d%H%M%S+0000")


def _add_methods(ds: Dataset, plan: InstancePlan, context: CleanContext) -> None:
    profile = context.profile
    reviewed = "Reviewed by a person" if plan.reviewed_by_person else "Not reviewed by a person"
    lines = (
        f"{_MAKER} {__version__}; PS3.15 {profile.edition} E.1",
        f"Profile {profile.name} {profile.version}",
        reviewed,
    )
    present = _texts(ds, "DeidentificationMethod")
    added = [line[:_LONGEST] for line in lines if line[:_LONGEST] not in present]
    ds.DeidentificationMethod = [*present, *added]


def _add_codes(ds: Dataset, codes: list[tuple[str, str]]) -> None:
    items = list(ds.get("DeidentificationMethodCodeSequence") or [])
    present = {str(item.get("CodeValue", "")) for item in items}
    items += [_code(value, meaning) for value, meaning in codes if value not in present]
    ds.DeidentificationMethodCodeSequence = items


def _set_flags(
    ds: Dataset, plan: InstancePlan, context: CleanContext, options: list[Option]
) -> None:
    if Option.CLEAN_PIXEL_DATA in options:
        ds.BurnedInAnnotation = "NO"
    if is_faceless(plan, context):
        ds.RecognizableVisualFeatures = "NO"
    elif plan.face is FaceGrade.RECOGNISABLE:
        ds.RecognizableVisualFeatures = "YES"
    ds.LongitudinalTemporalInformationModified = longitudinal(context.profile)


def _add_equipment(ds: Dataset, context: CleanContext) -> None:
    items = list(ds.get("ContributingEquipmentSequence") or [])
    if any(_is_ours(item) for item in items):
        return
    item = Dataset()
    item.PurposeOfReferenceCodeSequence = [_code("109104", "De-identifying Equipment")]
    item.Manufacturer = _MAKER
    item.ManufacturerModelName = _MAKER
    item.SoftwareVersions = __version__
    item.ContributionDateTime = _now()
    item.ContributionDescription = (
        f"De-identified; pixels edited: {_pixels(context.changes)}; AI altered pixels: no"
    )
    ds.ContributingEquipmentSequence = [*items, item]


def _pixels(changes: tuple[Change, ...]) -> str:
    done = {"blanked": "boxes filled", "defaced": "face replaced by generated generic tissue"}
    return ", ".join(text for what, text in done.items() if was(changes, what)) or "no"


def _is_ours(item: Dataset) -> bool:
    purposes = item.get("PurposeOfReferenceCodeSequence") or []
    made = (str(item.get("Manufacturer", "")), str(item.get("SoftwareVersions", "")))
    return made == (_MAKER, __version__) and any(
        str(each.get("CodeValue", "")) == "109104" for each in purposes
    )


def _code(value: str, meaning: str) -> Dataset:
    item = Dataset()
    item.CodeValue = value
    item.CodingSchemeDesignator = "DCM"
    item.CodeMeaning = meaning
    return item


def _texts(ds: Dataset, keyword: str) -> list[str]:
    value = ds.get(keyword)
    if value in (None, ""):
        return []
    return [value] if isinstance(value, str) else [str(each) for each in value]


METHOD = Stamp()
