"""Single elements of a data set, also where a file is damaged or silent about them."""

from __future__ import annotations

from pydicom.datadict import dictionary_VR
from pydicom.dataelem import DataElement
from pydicom.dataset import Dataset


def vr_of(dataset: Dataset, tag: int) -> str:
    """The VR of an attribute, by the dictionary where the file says UN or nothing."""
    vr = dataset._dict[tag].VR  # type: ignore[index]  # get_item costs ten times as much
    if vr is not None and vr != "UN":
        return str(vr)
    try:
        return dictionary_VR(tag).partition(" ")[0]
    except KeyError:
        element = read_element(dataset, tag)
        return "UN" if element is None else str(element.VR)


def read_element(dataset: Dataset, tag: int) -> DataElement | None:
    """The decoded element, None when its value is damaged."""
    try:
        return dataset[tag]
    except Exception:  # noqa: BLE001 - pydicom raises many kinds for damaged values
        return None
