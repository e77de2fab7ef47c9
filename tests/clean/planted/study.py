"""Writes a study of synthetic instances in which values are planted, reproducible by its seed."""

from __future__ import annotations

import zipfile
from collections.abc import Callable
from pathlib import Path
from random import Random

from pydicom.dataset import Dataset
from pydicom.uid import UID

from tests.clean.header.builders import ct, save
from tests.clean.planted import containers, kinds, nested
from tests.clean.planted.values import Planted, Planter

_CHARSETS: tuple[tuple[object, str, str], ...] = (
    ("ISO_IR 100", "latin-1", "latin-1"),
    ("ISO_IR 144", "cyrillic", "iso8859-5"),
    ("ISO_IR 126", "greek", "iso8859-7"),
    ("ISO_IR 138", "hebrew", "iso8859-8"),
    ("ISO_IR 127", "arabic", "iso8859-6"),
    ("ISO_IR 192", "cyrillic", "utf-8"),
    ("GB18030", "chinese", "gb18030"),
    ("GBK", "chinese", "gbk"),
    (["", "ISO 2022 IR 87"], "japanese", "iso2022_jp"),
    (["", "ISO 2022 IR 149"], "korean", "euc_kr"),
    ("ISO_IR 148", "latin-1", "iso8859-9"),
    ("ISO_IR 192", "greek", "utf-8"),
    ("ISO_IR 192", "korean", "utf-8"),
    ("ISO_IR 192", "hebrew", "utf-8"),
    ("ISO_IR 192", "chinese", "utf-8"),
)
_KINDS: tuple[tuple[str, Callable[[Dataset, Planter], None]], ...] = (
    ("1.2.840.10008.5.1.4.1.1.88.33", kinds.plant_report),
    ("1.2.840.10008.5.1.4.1.1.11.1", kinds.plant_graphics),
    ("1.2.840.10008.5.1.4.1.1.66.4", kinds.plant_labels),
    ("1.2.840.10008.5.1.4.1.1.104.1", kinds.plant_pdf),
    ("1.2.840.10008.5.1.4.1.1.104.2", kinds.plant_cda),
    ("1.2.840.10008.5.1.4.1.1.6.1", kinds.plant_jpeg),
    ("1.2.840.10008.5.1.4.1.1.7", kinds.plant_jpeg_2000),
    ("1.2.840.10008.5.1.4.1.1.2", nested.plant_unknown),
    ("1.2.840.10008.5.1.4.1.1.4", nested.plant_private),
    ("1.2.840.10008.5.1.4.1.1.2", nested.plant_private),
    ("1.2.840.10008.5.1.4.1.1.2", containers.plant_history),
    ("1.2.840.10008.5.1.4.1.1.104.3", containers.plant_model),
    ("1.2.840.10008.5.1.4.1.1.9.4.2", containers.plant_sound),
    ("1.2.840.10008.5.1.4.1.1.481.5", containers.plant_plan),
    ("1.2.840.10008.5.1.4.1.1.2", containers.plant_deflated),
)
_VRS = ("LO", "SH", "ST", "LT", "UT", "UC", "PN", "UR", "AE", "CS", "DA", "DT", "UI")


def write_study(folder: Path, seed: int) -> list[Planted]:
    """Files in folder, one of them inside a zip; returns what was planted where."""
    random, planted = Random(seed), []
    days: set[str] = set()
    for number, (charset, script, encoding) in enumerate(_CHARSETS):
        planter = Planter(random, script, encoding, days=days)
        ds = _instance(number, charset, planter)
        path = save(ds, folder, f"{planter.word('file name')}.dcm")
        if "PixelData" in ds:
            _around(path, planter)
        planted += planter.planted
    planter = Planter(random, days=days)
    _zip(path, planter)
    containers.plant_media(folder / "media", planter)
    return planted + planter.planted


def _instance(number: int, charset: object, planter: Planter) -> Dataset:
    sop_class, plant = _KINDS[number]
    ds = ct(number, SOPClassUID=sop_class, SpecificCharacterSet=charset)
    ds.SOPInstanceUID = UID(planter.uid("SOPInstanceUID"))
    ds.StudyInstanceUID = UID(f"2.25.77{number}")
    ds.SeriesInstanceUID = UID(planter.uid("SeriesInstanceUID"))
    ds.PatientID = planter.number("PatientID")
    ds.StudyDate = planter.date("StudyDate")
    nested.plant_text(ds, planter)
    for vr in _VRS:
        nested.plant_nested(ds, planter, vr)
    plant(ds, planter)
    ds.add_new(0xFFFCFFFC, "OB", planter.word("DataSetTrailingPadding").encode() + b"\0")
    ds.file_meta.SourceApplicationEntityTitle = planter.word("file meta source AE").upper()
    ds.file_meta.PrivateInformationCreatorUID = UID("2.25.5")
    ds.file_meta.PrivateInformation = planter.word("file meta private").encode() + b"\0"
    ds.preamble = planter.word("preamble").encode().ljust(128, b"\0")
    return ds


def _around(path: Path, planter: Planter) -> None:
    with path.open("ab") as file:
        file.write(b"\0\0" + planter.word("bytes after the data set").encode())


def _zip(path: Path, planter: Planter) -> None:
    archive = path.with_name(f"{planter.word('zip name')}.zip")
    with zipfile.ZipFile(archive, "w") as opened:
        opened.comment = planter.word("zip comment").encode()
        opened.write(path, f"{planter.word('zip folder')}/{planter.word('zip member')}.dcm")
    path.unlink()
