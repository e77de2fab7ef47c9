"""A synthetic header and findings about it."""

from __future__ import annotations

from pydicom import Dataset
from pydicom.sequence import Sequence

from viewer.model import (
    Action,
    AttributePath,
    Category,
    Decision,
    Finding,
    Kind,
    Location,
)


def source_dataset() -> Dataset:
    ds = Dataset()
    ds.PatientName, ds.PatientID, ds.PatientBirthDate = "Example^Eva", "EX-1", "19700101"
    ds.AccessionNumber, ds.Modality = "ACC-7", "CT"
    item = Dataset()
    item.PatientID = "EX-1"
    other = Dataset()
    other.PatientID = "EX-1"
    ds.ReferencedStudySequence = Sequence([item, other])
    block = ds.private_block(0x0029, "SIEMENS CSA HEADER", create=True)
    block.add_new(0x08, "CS", "IMAGE NUM 4")
    block.add_new(0x10, "OB", b"\x00\x01" * 600)
    return ds


def finding(finding_id: str, tags: tuple[int, ...], items: tuple[int, ...] = ()) -> Finding:
    return Finding(
        finding_id,
        "header",
        "1",
        Kind.HEADER,
        Location("1", "2", (), AttributePath(tags, items)),
        Category.NAME,
        1.0,
        "Table E.1-1 says X",
        Action.REMOVE,
    )


def decision(finding_id: str, action: Action) -> Decision:
    return Decision(finding_id, action, "reviewer", "", True)
