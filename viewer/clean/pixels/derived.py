"""The attributes that say that pixels were changed (PS3.3 C.7.6.1.1.2 and C.12.4)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from pydicom.dataset import Dataset
from pydicom.sequence import Sequence

from viewer.model import AttributePath, Change

_MASK = ("113047", "DCM", "Pixel by pixel mask")
_LONGEST_DESCRIPTION = 1024
_RULE = "PS3.3 C.7.6.1.1.2"


def mark_derived(ds: Dataset, method: str, description: str) -> list[Change]:
    """Image Type DERIVED, what was done in words and as code 113047; tells what it changed."""
    changed = [*_image_types(ds), _describe(ds, description), _encode(ds)]
    return [
        Change(method, "replaced", _RULE, AttributePath((tag,)))
        for tag in dict.fromkeys(tag for tag in changed if tag)
    ]


def _image_types(ds: Dataset) -> Iterator[int]:
    if _derive(ds, "ImageType"):
        yield int(ds["ImageType"].tag)
    for groups in _functional_groups(ds):
        for element in groups:
            if element.VR == "SQ" and any(_derive(each, "FrameType") for each in element.value):
                yield 0x00089007


def _functional_groups(ds: Dataset) -> Iterable[Dataset]:
    for keyword in ("SharedFunctionalGroupsSequence", "PerFrameFunctionalGroupsSequence"):
        yield from ds.get(keyword) or ()


def _derive(ds: Dataset, keyword: str) -> bool:
    values = ds.get(keyword)
    values = [values] if isinstance(values, str) else list(values or ())
    if keyword not in ds or (values and values[0] == "DERIVED"):
        return False
    setattr(ds, keyword, ["DERIVED", *(values[1:] or ["SECONDARY"])])
    return True


def _describe(ds: Dataset, description: str) -> int:
    before = str(ds.get("DerivationDescription") or "")
    text = f"{before}; {description}" if before else description
    ds.DerivationDescription = text[-_LONGEST_DESCRIPTION:]
    return int(ds["DerivationDescription"].tag)


def _encode(ds: Dataset) -> int:
    codes = list(ds.get("DerivationCodeSequence") or ())
    if any(str(each.get("CodeValue")) == _MASK[0] for each in codes):
        return 0
    code = Dataset()
    code.CodeValue, code.CodingSchemeDesignator, code.CodeMeaning = _MASK
    ds.DerivationCodeSequence = Sequence([*codes, code])
    return int(ds["DerivationCodeSequence"].tag)
