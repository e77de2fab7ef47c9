"""The patient nobody has heard of, and a study full of him."""

from __future__ import annotations

from pathlib import Path

import numpy as np
from pydicom.dataset import Dataset

from tests.dicom.made import element, file_bytes
from tests.export.builders import write_study
from viewer.dicom import read_dataset
from viewer.model import Source

NAME, NUMBER, UID = "Kvastenflyt^Rosamunde", "ZQ88310427", "1.2.276.0.88310427.51"
WORDS = ("kvastenflyt", "rosamunde", "zq88310427", "wolkenstieg", "88310427.51", "acx5527719")
_HIDDEN_BIT = 13


def write_canary(folder: Path) -> Path:
    """A series of three, a file with values that break their VR, and one that is cut off."""
    write_study(folder, instances=3, name=NAME, number=NUMBER, uid=UID)
    for path in folder.iterdir():
        ds = read_dataset(Source(path))
        ds.AccessionNumber, ds.PatientAddress = "ACX5527719", "Wolkenstieg 7"
        ds.ImageComments = "Rosamunde Kvastenflyt, see ZQ88310427"
        ds.add_new(0x00091001, "LO", "Kvastenflyt")
        _hide(ds, "Kvastenflyt")
        path.write_bytes(file_bytes(ds))
    whole = sorted(folder.iterdir())[0].read_bytes()
    at = whole.index(b"\x10\x00\x10\x00PN")
    bad = element(0x8, 0x21, "DA", b"Kvastenflyt ") + element(0x10, 0x32, "TM", b"Rosamunde ")
    (folder / "odd.dcm").write_bytes(whole[:at] + bad + whole[at:])
    (folder / "cut.dcm").write_bytes(whole[: at + 25])
    return folder


def _hide(ds: Dataset, word: str) -> None:
    """Write the letters of a word into a bit that no pixel value uses."""
    ds.BitsStored, ds.HighBit = 12, 11
    cells = np.frombuffer(ds.PixelData, "<u2") & 0x0FFF
    bits = np.unpackbits(np.frombuffer(word.encode(), np.uint8))
    hidden = cells.copy()
    hidden[: bits.size] |= bits.astype("<u2") << _HIDDEN_BIT
    ds.PixelData = hidden.tobytes()
