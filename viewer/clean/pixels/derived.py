"""The attributes that say that pixels were changed (PS3.3 C.7.6.1.1.2 and C.12.4)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from pydicom.dataset import Dataset
from pydicom.sequence import Sequence

from viewer.clean.plan import CleanContext, InstancePlan
from viewer.model import AttributePath, Change
from viewer.profile import Option

_DONE = {
    "blanked": ("113047", "Pixel by pixel mask", "Pixels blanked"),
    "defaced": ("113077", "Volume editing", "Face replaced by generated generic tissue"),
}
_LONGEST_DESCRIPTION = 1024
_RULE = "PS3.3 C.7.6.1.1.2"
_GROUPS = ("SharedFunctionalGroupsSequence", "PerFrameFunctionalGroupsSequence")


class Derived:
    """Says in the instance that its pixels are not the original ones, and how they changed."""

    id = "pixels.derived"
    version = "1"
    title = "Derived image"
    cleans = "nothing; Image Type, Derivation Description and its codes follow a change of pixels"
    cannot = "name what earlier software changed and did not tell"
    order = 890

    def clean(self, ds: Dataset, plan: InstancePlan, context: CleanContext) -> list[Change]:
        """Mark the instance as derived when an earlier method changed pixels."""
        done = [_DONE[what] for what in _DONE if any(e.what == what for e in context.changes)]
        if not done:
            return []
        codes = ((value, meaning) for value, meaning, _ in done)
        tags = [*_image_types(ds), _describe(ds, [each[2] for each in done]), *_encode(ds, codes)]
        marks = (AttributePath((tag,)) for tag in dict.fromkeys(tags))
        return [*(Change(self.id, "replaced", _RULE, each) for each in marks), *_uid(ds, context)]


def _uid(ds: Dataset, context: CleanContext) -> Iterator[Change]:
    """Another image is another instance, also where the profile retains UIDs."""
    if Option.RETAIN_UIDS in context.profile.options and ds.get("SOPInstanceUID"):
        ds.SOPInstanceUID = context.mapping.remap_uid(str(ds.SOPInstanceUID))
        yield Change(METHOD.id, "remapped", _RULE, AttributePath((0x00080018,)))


def _image_types(ds: Dataset) -> Iterator[int]:
    if _derive(ds, "ImageType"):
        yield 0x00080008
    for groups in (item for keyword in _GROUPS for item in ds.get(keyword) or ()):
        for element in groups:
            if element.VR == "SQ" and [
                each for each in element.value if _derive(each, "FrameType")
            ]:
                yield 0x00089007


def _derive(ds: Dataset, keyword: str) -> bool:
    values: Any = ds.get(keyword)
    values = [values] if isinstance(values, str) else list(values or ())
    if keyword not in ds or (values and values[0] == "DERIVED"):
        return False
    setattr(ds, keyword, ["DERIVED", *(values[1:] or ["SECONDARY"])])
    return True


def _describe(ds: Dataset, sentences: list[str]) -> int:
    before = str(ds.get("DerivationDescription") or "")
    text = "; ".join([*([before] if before else []), *(e for e in sentences if e not in before)])
    ds.DerivationDescription = text[-_LONGEST_DESCRIPTION:]
    return 0x00082111


def _encode(ds: Dataset, codes: Iterator[tuple[str, str]]) -> Iterator[int]:
    items = list(ds.get("DerivationCodeSequence") or ())
    present = {str(each.get("CodeValue")) for each in items}
    for value, meaning in codes:
        if value not in present:
            code = Dataset()
            code.CodeValue, code.CodingSchemeDesignator, code.CodeMeaning = value, "DCM", meaning
            items.append(code)
            ds.DerivationCodeSequence = Sequence(items)
            yield 0x00089215


METHOD = Derived()
