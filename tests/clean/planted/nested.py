"""Plants values at random depth in attributes of every VR that can hold one."""

from __future__ import annotations

from pydicom import config
from pydicom._dicom_dict import DicomDictionary
from pydicom.dataelem import DataElement
from pydicom.dataset import Dataset
from pydicom.filebase import DicomBytesIO
from pydicom.filewriter import write_sequence_item

from tests.clean.planted.values import Planter

_TEXT = ("LO", "SH", "ST", "LT", "UT", "UC", "PN", "UR", "AE", "CS", "DA", "DT", "UI")
_SEQUENCES = (
    "AnatomicRegionSequence",
    "AnatomicRegionModifierSequence",
    "ViewCodeSequence",
    "RequestAttributesSequence",
    "SourceImageSequence",
    "ReferencedImageSequence",
    "ContrastBolusAgentSequence",
    "ProcedureCodeSequence",
    "SharedFunctionalGroupsSequence",
    "CTExposureSequence",
    "DerivationImageSequence",
    "AcquisitionContextSequence",
    "OriginalAttributesSequence",
    "ReferencedPerformedProcedureStepSequence",
)
_SAFE_CREATORS = (("Philips Imaging DD 001", 0x2001, 0x03), ("ELSCINT1", 0x00E1, 0x50))
_DEEPEST = 9
_STRUCTURAL = {0x00080005, 0x00080016, 0x00080018, 0x00080060, 0x0020000D, 0x0020000E, 0x00080008}


def _attributes() -> dict[str, list[int]]:
    found: dict[str, list[int]] = {}
    for tag, (vr, _, _, retired, _) in DicomDictionary.items():
        usable = 8 <= tag >> 16 < 0x5000 and tag not in _STRUCTURAL and not retired
        if vr in _TEXT and usable and tag & 0xFFFF:
            found.setdefault(vr, []).append(tag)
    return found


_BY_VR = _attributes()


def plant_nested(ds: Dataset, planter: Planter, vr: str) -> None:
    """Put one value of a VR into a new item somewhere below the data set."""
    tag = planter.random.choice(_BY_VR[vr])
    depth = planter.random.randrange(_DEEPEST)
    leaf = Dataset()
    where = f"{vr} ({tag >> 16:04X},{tag & 0xFFFF:04X}) at depth {depth + 1}"
    leaf.add_new(tag, vr, _value(ds, planter, vr, where))
    for _ in range(depth):
        leaf = _wrapped(leaf, planter)
    _append(ds, planter.random.choice(_SEQUENCES), leaf)


def plant_private(ds: Dataset, planter: Planter) -> None:
    """Values of an unknown creator, in a private sequence, and known ones in safe elements."""
    block = ds.private_block(0x0011, "ACME HIDDEN", create=True)
    block.add_new(0x01, "LT", f"seen by {planter.word('private LT')}")
    block.add_new(0x02, "UN", planter.word("private UN").encode())
    item = Dataset()
    item.PatientName = planter.word("private sequence: PatientName")
    item.add_new(0x00110010, "LO", planter.word("private creator that is a name"))
    item.add_new(0x00111001, "DA", planter.date("private DA in a private sequence"))
    block.add_new(0x03, "SQ", [_wrapped(item, planter)])
    for creator, group, element in _SAFE_CREATORS:
        safe = ds.private_block(group, creator, create=True)
        name = planter.word(f"safe element of {creator}")
        ds.OtherPatientNames = [*_many(ds, "OtherPatientNames"), name]
        safe.add_new(element, "LO", f"for {name.upper()}")


def plant_unknown(ds: Dataset, planter: Planter) -> None:
    """A public tag nobody knows, and a sequence and a name written as UN."""
    ds.add_new(0x00189FF7, "LO", planter.word("unknown public tag"))
    inner = Dataset()
    inner.PatientName = planter.word("UN that is a sequence: PatientName")
    inner.PatientComments = planter.word("UN that is a sequence: PatientComments")
    ds.add(_unnamed(0x00081110, _as_bytes(inner)))
    ds.add(_unnamed(0x00081070, planter.word("OperatorsName as UN").encode()))
    inner.PatientComments = planter.word("private UN that is a sequence")
    private = ds.private_block(0x0013, "ACME UN", create=True)
    private.add_new(0x05, "UN", _as_bytes(inner))


def _as_bytes(item: Dataset) -> bytes:
    stream = DicomBytesIO()
    stream.is_little_endian, stream.is_implicit_VR = True, True
    write_sequence_item(stream, item, ["latin-1"])
    return stream.getvalue()


def _unnamed(tag: int, content: bytes) -> DataElement:
    """An element of VR UN, which pydicom would otherwise name by its dictionary."""
    before, config.replace_un_with_known_vr = config.replace_un_with_known_vr, False
    try:
        return DataElement(tag, "UN", content + b" " * (len(content) % 2))
    finally:
        config.replace_un_with_known_vr = before


def plant_text(ds: Dataset, planter: Planter) -> None:
    """The patient's name in the script of the file, in component groups and in free text."""
    name = planter.foreign("PatientName in the script of the file")
    grouped = f"{planter.word('alphabetic component group')}^Q={name}^"
    ds.PatientName = grouped if planter.script in ("japanese", "korean", "chinese") else name
    ds.SeriesDescription = f"CT chest {name}"
    ds.ImageComments = f"{planter.foreign('stranger in ImageComments')} CT head"
    ds.StudyDescription = f"MR {planter.word('stranger in StudyDescription')} knee left"
    ds.ProtocolName = f"t1_mpr_{planter.word('joined into ProtocolName')}_iso"
    ds.AdditionalPatientHistory = (
        f"MRN {planter.number('record number in a history')}, DOB "
        f"{planter.date('date of birth in a history')}"
    )
    ds.DerivationDescription = f"from {planter.uid('UID in DerivationDescription')}"


def _value(ds: Dataset, planter: Planter, vr: str, where: str) -> str:
    if vr in ("DA", "DT"):
        return planter.date(where)
    if vr == "UI":
        return planter.uid(where)
    word = planter.word(where)
    if vr == "UR":
        return f"https://{word}.example/x"
    if vr == "CS":
        ds.OtherPatientNames = [*_many(ds, "OtherPatientNames"), word.upper()]
    return word.upper() if vr in ("AE", "CS") else word


def _wrapped(leaf: Dataset, planter: Planter) -> Dataset:
    outer = Dataset()
    outer.CodeValue, outer.CodingSchemeDesignator, outer.CodeMeaning = "T1", "SRT", "Chest"
    setattr(outer, planter.random.choice(_SEQUENCES), [leaf])
    return outer


def _append(ds: Dataset, keyword: str, item: Dataset) -> None:
    setattr(ds, keyword, [*(ds.get(keyword) or []), item])


def _many(ds: Dataset, keyword: str) -> list[str]:
    value = ds.get(keyword)
    if value in (None, ""):
        return []
    return [str(value)] if not hasattr(value, "append") else [str(each) for each in value]
