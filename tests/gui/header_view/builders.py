"""A synthetic header and findings about it."""

from __future__ import annotations

from pydicom import Dataset
from pydicom.sequence import Sequence

from tests.clean.header.builders import ct
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


def enhanced(frames: int, matrix: int = 8) -> Dataset:
    """An Enhanced CT object with 27 attributes for each frame, the patient's name among them."""
    size = matrix * matrix * frames
    ds = ct(SOPClassUID="1.2.840.10008.5.1.4.1.1.2.1", NumberOfFrames=frames)
    ds.Rows = ds.Columns = matrix
    ds.PixelData = b"\1\0" * size
    ds["PixelData"].VR = "OW"
    ds.PerFrameFunctionalGroupsSequence = [_frame(number) for number in range(frames)]
    ds.file_meta.MediaStorageSOPClassUID = ds.SOPClassUID
    ds.file_meta.MediaStorageSOPInstanceUID = ds.SOPInstanceUID
    return ds


def _frame(number: int) -> Dataset:
    groups = {
        "FrameContentSequence": {
            "StackID": "1",
            "InStackPositionNumber": number + 1,
            "FrameAcquisitionDateTime": f"20190213101112.{number:03d}",
            "FrameReferenceDateTime": "20190213101112",
            "FrameAcquisitionDuration": 1.0,
            "DimensionIndexValues": [1, number + 1],
            "FrameComments": "seen by Quastenflosser",
        },
        "PlanePositionSequence": {"ImagePositionPatient": [0, 0, number]},
        "PlaneOrientationSequence": {"ImageOrientationPatient": [1, 0, 0, 0, 1, 0]},
        "CTImageFrameTypeSequence": {
            "FrameType": ["ORIGINAL", "PRIMARY", "VOLUME", "NONE"],
            "PixelPresentation": "MONOCHROME",
            "VolumetricProperties": "VOLUME",
            "VolumeBasedCalculationTechnique": "NONE",
        },
        "CTExposureSequence": {"KVP": 120.0, "ExposureTimeInms": 1.0, "ExposureInmAs": 1.0},
        "CTGeometrySequence": {"TableHeight": 1.0, "GantryDetectorTilt": 0.0},
        "PixelMeasuresSequence": {"PixelSpacing": [1, 1], "SliceThickness": 1},
    }
    frame = Dataset()
    for sequence, values in groups.items():
        item = Dataset()
        for keyword, value in values.items():
            setattr(item, keyword, value)
        setattr(frame, sequence, [item])
    return frame


def row_count(ds: Dataset) -> int:
    """Attributes of a data set at every depth, file meta information aside."""
    nested = (item for element in ds if element.VR == "SQ" for item in element.value)
    return len(ds) + sum(row_count(item) for item in nested)
