"""One file's header as an Instance plus the values that group it."""

from __future__ import annotations

from dataclasses import dataclass

from pydicom.dataset import Dataset

from viewer.dicom import Header
from viewer.model import Consent, Instance, Masked, Source

_PIXEL_SPACINGS = (0x00280030, 0x00181164, 0x30020011)
_RECOMMENDED_RATE, _CINE_RATE = 0x00082144, 0x00180040
_FRAME_TIME, _FRAME_TIMES = 0x00181063, 0x00181065
_CONSENT, _FLAG = 0x00120083, 0x00120085
_DIRECTORY_SOP_CLASS = b"1.2.840.10008.1.3.10"


@dataclass(frozen=True, slots=True)
class Entry:
    """An instance with what its header says about patient, study and series.

    ``lacks_pixels`` says that the header announces a pixel matrix that is not there,
    ``is_disordered`` that attributes stand in it twice or out of order.
    """

    instance: Instance
    patient_id: Masked
    patient_name: Masked
    birth_date: Masked
    study_description: Masked
    study_date: Masked
    series_description: Masked
    series_number: int | None
    lacks_pixels: bool
    is_disordered: bool


def entry_of(source: Source, header: Header, size: int) -> Entry:
    """Everything load keeps of one file of ``size`` bytes."""
    return Entry(
        instance=_instance(source, header, size),
        patient_id=Masked(header.text(0x00100020)),
        patient_name=Masked(header.text(0x00100010)),
        birth_date=Masked(header.text(0x00100030)),
        study_description=Masked(header.text(0x00081030)),
        study_date=Masked(header.text(0x00080020)),
        series_description=Masked(header.text(0x0008103E)),
        series_number=header.integer(0x00200011),
        lacks_pixels=not header.has_pixels and bool(header.integer(0x00280010)),
        is_disordered=bool(header.layout.duplicates) or header.layout.out_of_order,
    )


def is_directory(header: Header) -> bool:
    """Whether the file is a DICOMDIR, by its contents or its file meta."""
    return 0x00041220 in header or names_directory(header.encoding.meta)


def names_directory(meta: bytes) -> bool:
    """Whether file meta information names the Media Storage Directory class."""
    return _DIRECTORY_SOP_CLASS in meta


def _instance(source: Source, header: Header, size: int) -> Instance:
    pixels = header.has_pixels
    position, orientation = header.decimals(0x00200032), header.decimals(0x00200037)
    thickness = header.decimals(0x00180050)
    return Instance(
        source=source,
        sop_instance_uid=header.ascii(0x00080018),
        sop_class_uid=header.ascii(0x00080016),
        series_uid=header.ascii(0x0020000E),
        study_uid=header.ascii(0x0020000D),
        modality=header.ascii(0x00080060),
        transfer_syntax=header.encoding.transfer_syntax,
        size=size,
        modified_ns=source.path.stat().st_mtime_ns,
        rows=(header.integer(0x00280010) or 0) if pixels else 0,
        columns=(header.integer(0x00280011) or 0) if pixels else 0,
        frames=max(1, header.integer(0x00280008) or 1),
        samples=header.integer(0x00280002) or 1,
        photometric=header.ascii(0x00280004),
        instance_number=header.integer(0x00200013),
        frame_of_reference_uid=header.ascii(0x00200052),
        position=(position[0], position[1], position[2]) if len(position) == 3 else None,
        orientation=orientation if len(orientation) == 6 else None,
        spacing=_spacing(header),
        slice_thickness=thickness[0] if thickness else None,
        frame_time_ms=_frame_time_ms(header),
        consents=_consents(header) if _CONSENT in header or _FLAG in header else (),
    )


def _consents(header: Header) -> tuple[Consent, ...]:
    """PS3.3 C.7.2.3: Distribution Type and Consent for Distribution Flag of each item."""
    found = {
        Consent(_code(item, 0x00120084), _code(item, 0x00120085)) for item in header.items(_CONSENT)
    }
    if flag := header.ascii(_FLAG):  # where it does not belong, but says no all the same
        found.add(Consent("", flag.upper()))
    return tuple(sorted(found, key=lambda each: (each.distribution, each.flag)))


def _code(item: Dataset, tag: int) -> str:
    return str(item[tag].value or "").strip().upper() if tag in item else ""


def _frame_time_ms(header: Header) -> float | None:
    """Time between frames: as recommended for display, else as measured (PS3.3 C.7.6.5)."""
    per_second = header.integer(_RECOMMENDED_RATE) or header.integer(_CINE_RATE)
    measured = header.decimals(_FRAME_TIME)
    between = header.decimals(_FRAME_TIMES)[1:]  # the first is 0
    if not header.integer(_RECOMMENDED_RATE) and measured and measured[0] > 0:
        return measured[0]
    if per_second and per_second > 0:
        return 1000.0 / per_second
    return sum(between) / len(between) if between and sum(between) > 0 else None


def _spacing(header: Header) -> tuple[float, float] | None:
    """Pixel Spacing, else the spacing at the detector."""
    for tag in _PIXEL_SPACINGS:
        values = header.decimals(tag)
        if len(values) == 2 and min(values) > 0:
            return values[0], values[1]
    return None
