"""Plants values where single kinds of objects keep text: reports, graphics, documents, RT."""

from __future__ import annotations

import io
import zlib

import numpy as np
from PIL import Image
from pydicom.dataset import Dataset
from pydicom.encaps import encapsulate
from pydicom.uid import UID, JPEG2000Lossless, JPEGBaseline8Bit

from tests.clean.planted.values import Planter

_CDA = (
    '<?xml version="1.0"?><ClinicalDocument xmlns="urn:hl7-org:v3"><title>{0}</title>'
    "<recordTarget><name>{1}</name></recordTarget></ClinicalDocument>"
)


def plant_report(ds: Dataset, planter: Planter) -> None:
    """Text, names, dates, UIDs, codes and numbers of a structured report."""
    items = [
        _item("TEXT", TextValue=f"Lungs of {planter.word('SR TextValue')} are clear"),
        _item("PNAME", PersonName=planter.word("SR PersonName")),
        _item("DATE", Date=planter.date("SR Date")),
        _item("DATETIME", DateTime=planter.date("SR DateTime") + "101010"),
        _item("UIDREF", UID=planter.uid("SR UID")),
        _item("CODE", ConceptCodeSequence=[_code(planter.word("SR CodeMeaning"))]),
        _item("CODE", ConceptCodeSequence=[_code("Chest", planter.word("SR LongCodeValue"))]),
    ]
    items[0].ConceptNameCodeSequence = [_code(planter.word("SR concept name"))]
    inner = _item("CONTAINER", ContentSequence=items)
    ds.ContentSequence = [_item("CONTAINER", ContentSequence=[inner])]
    ds.VerifyingObserverSequence = [Dataset()]
    ds.VerifyingObserverSequence[0].VerifyingOrganization = planter.word("SR organisation")


def plant_graphics(ds: Dataset, planter: Planter) -> None:
    """Texts of a presentation state, overlays, curves and an icon."""
    text = Dataset()
    text.UnformattedTextValue = f"see {planter.word('PR text')}"
    graphic = Dataset()
    graphic.GraphicLayer = planter.word("PR layer").upper()
    graphic.TextObjectSequence = [text]
    ds.GraphicAnnotationSequence = [graphic]
    ds.ContentDescription = planter.word("PR ContentDescription")
    for group in (0x6000, 0x601E):
        ds.add_new(group << 16 | 0x0022, "LO", planter.word(f"overlay {group:X} description"))
        ds.add_new(group << 16 | 0x1500, "LO", planter.word(f"overlay {group:X} label"))
        ds.add_new(group << 16 | 0x3000, "OW", _padded(planter.word(f"overlay {group:X} data")))
    ds.add_new(0x50023000, "OW", _padded(planter.word("curve data")))
    ds.add_new(0x50020022, "LO", planter.word("curve description"))
    icon = Dataset()
    icon.Rows = icon.Columns = 8
    icon.add_new(0x7FE00010, "OB", _padded(planter.word("icon pixels"), 64))
    ds.IconImageSequence = [icon]


def plant_labels(ds: Dataset, planter: Planter) -> None:
    """Labels of segments, structures, plans, waveforms and their annotations."""
    segment, region, observation = Dataset(), Dataset(), Dataset()
    segment.SegmentLabel = planter.word("SegmentLabel")
    segment.SegmentDescription = planter.word("SegmentDescription")
    segment.TrackingID = planter.word("TrackingID")
    ds.SegmentSequence = [segment]
    region.ROIName = f"PTV {planter.word('ROIName')}"
    region.ROIDescription = planter.word("ROIDescription")
    ds.StructureSetROISequence = [region]
    observation.ROIObservationLabel = planter.word("ROIObservationLabel")
    observation.ROIInterpreter = planter.word("ROIInterpreter")
    ds.RTROIObservationsSequence = [observation]
    ds.StructureSetLabel = planter.word("StructureSetLabel")
    ds.RTPlanLabel = planter.word("RTPlanLabel")
    ds.RTPlanName = planter.word("RTPlanName")
    note, channel, group = Dataset(), Dataset(), Dataset()
    note.UnformattedTextValue = planter.word("waveform annotation")
    ds.WaveformAnnotationSequence = [note]
    channel.ChannelLabel = planter.word("ChannelLabel")
    group.ChannelDefinitionSequence = [channel]
    group.MultiplexGroupLabel = planter.word("MultiplexGroupLabel")
    ds.WaveformSequence = [group]


def plant_pdf(ds: Dataset, planter: Planter) -> None:
    """A PDF with its text compressed and its title not."""
    text = zlib.compress(f"BT ({planter.word('compressed PDF text')}) Tj ET".encode())
    title = planter.word("PDF title")
    head = f"%PDF-1.4\n1 0 obj<</Title({title})/Length {len(text)}/Filter/FlateDecode>>stream\n"
    _document(ds, head.encode() + text + b"\nendstream endobj\n%%EOF\n", "application/pdf")
    ds.DocumentTitle = planter.word("DocumentTitle")


def plant_cda(ds: Dataset, planter: Planter) -> None:
    """A clinical document with a title and a name."""
    text = _CDA.format(planter.word("CDA title"), planter.word("CDA name"))
    _document(ds, text.encode(), "text/xml")


def plant_jpeg(ds: Dataset, planter: Planter) -> None:
    """COM, EXIF and other application segments, and bytes after the end of a JPEG frame."""
    stream = io.BytesIO()
    _picture(ds).save(stream, "JPEG")
    plain = stream.getvalue()
    remarks = b"".join(
        bytes((0xFF, marker)) + (len(text) + 2).to_bytes(2, "big") + text
        for marker, text in (
            (0xFE, planter.word("JPEG COM").encode()),
            (0xE1, b"Exif\0\0" + planter.word("JPEG EXIF").encode()),
            (0xED, b"Photoshop 3.0\0" + planter.word("JPEG APP13").encode()),
        )
    )
    frame = plain[:2] + remarks + plain[2:] + planter.word("bytes after a JPEG frame").encode()
    _compressed(ds, frame, JPEGBaseline8Bit)


def plant_jpeg_2000(ds: Dataset, planter: Planter) -> None:
    """A comment in the main header of a JPEG 2000 codestream, and XML in a box around it."""
    stream = io.BytesIO()
    _picture(ds).save(stream, "JPEG2000", irreversible=False)
    boxed = stream.getvalue()
    start = boxed.index(b"\xff\x4f\xff\x51")
    first = start + 4 + int.from_bytes(boxed[start + 4 : start + 6], "big")
    text = b"\x00\x01" + planter.word("JPEG 2000 comment").encode()
    comment = b"\xff\x64" + (len(text) + 2).to_bytes(2, "big") + text
    code = boxed[start:first] + comment + boxed[first:]
    head = boxed[: start - 8] + _box(b"xml ", planter.word("JPEG 2000 XML box").encode())
    _compressed(ds, head + _box(b"jp2c", code), JPEG2000Lossless)


def _box(kind: bytes, content: bytes) -> bytes:
    return (len(content) + 8).to_bytes(4, "big") + kind + content


def _picture(ds: Dataset) -> Image.Image:
    ds.Rows = ds.Columns = 32
    ds.BitsAllocated = ds.BitsStored = 8
    ds.HighBit = 7
    return Image.fromarray((np.arange(32 * 32) % 251).astype("u1").reshape(32, 32))


def _compressed(ds: Dataset, frame: bytes, syntax: UID) -> None:
    ds.file_meta.TransferSyntaxUID = syntax
    ds.PixelData = encapsulate([frame + b"\0" * (len(frame) % 2)])
    ds["PixelData"].VR = "OB"
    ds["PixelData"].is_undefined_length = True


def _document(ds: Dataset, content: bytes, mime: str) -> None:
    ds.EncapsulatedDocument = content + b"\n" * (len(content) % 2)
    ds.MIMETypeOfEncapsulatedDocument = mime
    ds.BurnedInAnnotation = "NO"
    del ds.PixelData


def _padded(text: str, size: int = 128) -> bytes:
    return text.encode().ljust(size, b"\0")


def _item(kind: str, **values: object) -> Dataset:
    item = Dataset()
    item.RelationshipType, item.ValueType = "CONTAINS", kind
    item.ConceptNameCodeSequence = [_code("Finding")]
    for keyword, value in values.items():
        setattr(item, keyword, value)
    return item


def _code(meaning: str, long_value: str = "") -> Dataset:
    code = Dataset()
    code.CodingSchemeDesignator, code.CodeMeaning = "99LOCAL", meaning
    if long_value:
        code.LongCodeValue = f"urn:{long_value}"
    else:
        code.CodeValue = "L1"
    return code
