"""Lets a detector look at data sets as a scan would."""

from __future__ import annotations

from pathlib import Path

from pydicom.dataset import FileDataset

from tests.clean.pixels.build import saved
from viewer.detect import DetectContext, Detector, collect_patient
from viewer.dicom import FrameReader
from viewer.load import load
from viewer.model import FaceRisk, Failure, Finding
from viewer.profile import load_profile

Found = list[Finding | FaceRisk | Failure]


def save_all(folder: Path, *datasets: FileDataset) -> Path:
    """Files 0.dcm, 1.dcm ... in a folder."""
    for number, ds in enumerate(datasets):
        saved(ds, folder, f"{number}.dcm")
    return folder


def looked_at(detector: Detector, folder: Path, *, thorough: bool = False) -> Found:
    """What a detector finds in every series of a folder."""
    found: Found = []
    with FrameReader() as reader:
        for patient in load([folder]).patients:
            known = collect_patient(patient)
            context = DetectContext(load_profile("research"), known, reader, thorough=thorough)
            for study in patient.studies:
                for series in study.series:
                    found.extend(detector.detect(series, context))
    return found
