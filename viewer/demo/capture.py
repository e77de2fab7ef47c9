"""The scanned form: a JPEG with a comment inside, an overlay, an icon and nested attributes."""

from __future__ import annotations

from collections.abc import Iterator

import cv2
import numpy as np
from numpy.typing import NDArray
from pydicom import Dataset
from pydicom.encaps import encapsulate
from pydicom.uid import JPEGBaseline8Bit, SecondaryCaptureImageStorage

from viewer.demo.drawing import draw_text, draw_texts
from viewer.demo.header import coded, new_instance
from viewer.demo.recipe import DemoObject, Recipe

_ROWS, _COLUMNS, _ICON = 480, 720, 64
_QUALITY = 92


def capture(recipe: Recipe, thing: DemoObject, _size: str) -> Iterator[tuple[str, Dataset]]:
    """File name and data set of the one page."""
    ds = new_instance(recipe, thing, SecondaryCaptureImageStorage, JPEGBaseline8Bit, "OT")
    ds.ImageType = ["ORIGINAL", "SECONDARY"]
    ds.ConversionType = "SD"
    ds.PatientOrientation = ""
    ds.BurnedInAnnotation = "YES"
    _items_to_fill(ds, thing)
    _overlay(ds, recipe.fill(recipe.containers["overlay_text"], thing.study))
    ds.IconImageSequence = [_icon(recipe.fill(recipe.containers["icon_text"], thing.study))]
    _pixels(ds, _page(recipe, thing), recipe.fill(recipe.containers["jpeg_comment"], thing.study))
    yield thing.file, ds


def _items_to_fill(ds: Dataset, thing: DemoObject) -> None:
    """Sequences complete but for what the recipe plants in them."""
    head = coded("69536005", "SCT", "Head")
    head.AnatomicRegionModifierSequence = [coded("7771000", "SCT", "Left")]
    ds.AnatomicRegionSequence = [head]
    original = Dataset()
    original.ModifiedAttributesSequence = [Dataset()]
    original.AttributeModificationDateTime = thing.study.date + thing.study.time
    original.ModifyingSystem = "SCANVEIL DEMO"
    original.SourceOfPreviousValues = ""
    original.ReasonForTheAttributeModification = "CORRECT"
    ds.OriginalAttributesSequence = [original]
    equipment = Dataset()
    equipment.PurposeOfReferenceCodeSequence = [coded("109103", "DCM", "Modifying Equipment")]
    equipment.Manufacturer = thing.manufacturer
    ds.ContributingEquipmentSequence = [equipment]


def _page(recipe: Recipe, thing: DemoObject) -> NDArray[np.uint8]:
    page = np.full((_ROWS, _COLUMNS), 246, np.uint8)
    draw_texts(page, recipe.texts_of(thing), 30)
    stroke = np.linspace(0, 6 * np.pi, 160)
    line = np.stack([400 + 9 * stroke + 12 * np.sin(stroke), 415 - 18 * np.cos(1.7 * stroke)], 1)
    cv2.polylines(page, [line.astype(np.int32)], False, 50, 2, cv2.LINE_AA)
    return page


def _pixels(ds: Dataset, page: NDArray[np.uint8], comment: str) -> None:
    _grey(ds, *page.shape)
    ok, coded_page = cv2.imencode(".jpg", page, [cv2.IMWRITE_JPEG_QUALITY, _QUALITY])
    if not ok:
        raise RuntimeError("OpenCV cannot write JPEG")
    stream = _with_comment(coded_page.tobytes(), comment.encode())
    ds.PixelData = encapsulate([stream + b"\0" * (len(stream) % 2)])
    ds["PixelData"].VR = "OB"
    ds.LossyImageCompression = "01"
    ds.LossyImageCompressionMethod = "ISO_10918_1"
    ds.LossyImageCompressionRatio = f"{page.size / len(stream):.2f}"


def _grey(ds: Dataset, rows: int, columns: int) -> None:
    ds.SamplesPerPixel = 1
    ds.PhotometricInterpretation = "MONOCHROME2"
    ds.Rows, ds.Columns = rows, columns
    ds.BitsAllocated, ds.BitsStored, ds.HighBit, ds.PixelRepresentation = 8, 8, 7, 0


def _with_comment(stream: bytes, comment: bytes) -> bytes:
    """The JPEG stream with a COM segment (ISO 10918-1 B.2.4.5) right after its start marker."""
    segment = b"\xff\xfe" + (len(comment) + 2).to_bytes(2, "big") + comment
    return stream[:2] + segment + stream[2:]


def _overlay(ds: Dataset, text: str) -> None:
    plane = np.zeros((_ROWS, _COLUMNS), np.uint8)
    draw_text(plane, text, 430, 460, 18, 255)
    bits = np.packbits(plane > 127, bitorder="little").tobytes()
    for element, vr, value in (
        (0x0010, "US", _ROWS),
        (0x0011, "US", _COLUMNS),
        (0x0040, "CS", "G"),
        (0x0050, "SS", [1, 1]),
        (0x0100, "US", 1),
        (0x0102, "US", 0),
        (0x3000, "OW", bits),
    ):
        ds.add_new(0x60000000 + element, vr, value)


def _icon(text: str) -> Dataset:
    icon = Dataset()
    small = np.full((_ICON, _ICON), 230, np.uint8)
    draw_text(small, text, 2, 36, 6, 20)
    _grey(icon, _ICON, _ICON)
    icon.PixelData = small.tobytes()
    icon["PixelData"].VR = "OB"
    return icon
