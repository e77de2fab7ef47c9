"""Attributes of a data set that follow from a change of its pixels (PS3.3 C.7.6.3, C.7.6.1.1.5)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from pydicom.dataelem import DataElement
from pydicom.dataset import Dataset
from pydicom.tag import Tag

from viewer.dicom.frame import Array, image_values
from viewer.dicom.pixel_spec import PixelSpec, number

_LOSSY = frozenset(f"1.2.840.10008.1.2.4.{number}" for number in (50, 51, 53, 55, 81, 91, 93, 203))
_OF_IMAGE = ("SmallestImagePixelValue", "LargestImagePixelValue")
_OF_OTHERS = (
    "SmallestPixelValueInSeries",
    "LargestPixelValueInSeries",
    "SmallestImagePixelValueInPlane",
    "LargestImagePixelValueInPlane",
)
_GROUPS = ("SharedFunctionalGroupsSequence", "PerFrameFunctionalGroupsSequence")


def follow_pixels(ds: Dataset, arrays: Iterable[Array] | None, spec: PixelSpec) -> list[str]:
    """Bring the data set in line with its new pixels; notes for a person.

    ``arrays`` are all frames, looked at only when the data set names their extremes; None when
    they are not at hand, and then those optional attributes go. ``spec`` is that of the source.
    """
    if spec.transfer_syntax in _LOSSY and not ds.get("LossyImageCompression"):
        ds.LossyImageCompression = "01"
    for keyword in _OF_OTHERS:
        _drop(ds, keyword)
    for item in _frame_items(ds):
        for keyword in (*_OF_IMAGE, *_OF_OTHERS):
            _drop(item, keyword)
    _set_extremes(ds, arrays, spec)
    return _drop_icon(ds)


def _set_extremes(ds: Dataset, arrays: Iterable[Array] | None, spec: PixelSpec) -> None:
    named = [keyword for keyword in _OF_IMAGE if keyword in ds]
    if not named:
        return
    if arrays is None or spec.samples != 1 or spec.bits_allocated > 16:
        for keyword in named:
            _drop(ds, keyword)
        return
    pairs = [(int(v.min()), int(v.max())) for v in (image_values(each, spec) for each in arrays)]
    lows, highs = zip(*pairs, strict=True)
    extremes = dict(zip(_OF_IMAGE, (min(lows), max(highs)), strict=True))
    vr = "SS" if number(ds, "PixelRepresentation") == 1 else "US"
    for keyword in named:
        ds[keyword] = DataElement(Tag(keyword), vr, extremes[keyword])


def _frame_items(ds: Dataset) -> Iterator[Dataset]:
    """Items of the macros in the functional groups."""
    for keyword in _GROUPS:
        for groups in ds.get(keyword) or ():
            for element in groups:
                if element.VR == "SQ":
                    yield groups
                    yield from element.value or ()


def _drop(ds: Dataset, keyword: str) -> None:
    if keyword in ds:
        delattr(ds, keyword)


def _drop_icon(ds: Dataset) -> list[str]:
    """A thumbnail shows the pixels as they were."""
    if "IconImageSequence" not in ds:
        return []
    del ds.IconImageSequence
    return ["The icon image showed the pixels as they were and was removed."]
