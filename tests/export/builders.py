"""Small synthetic studies and what stands for a scan of them."""

from __future__ import annotations

from pathlib import Path

import numpy as np
from pydicom.dataset import Dataset, FileMetaDataset
from pydicom.uid import CTImageStorage, ExplicitVRLittleEndian, generate_uid

from viewer import detect, export, load
from viewer.model import BasisKind, Loaded, Progress, ScanResult, Sharing, silent
from viewer.profile import load_profile
from viewer.provenance import Vault

NAME, NUMBER, CLINIC = "Quastenflosser^Wilhelmina", "MRN-4471902", "Sankt Utopia Klinik"
BORN, SEEN = "19340217", "20040119"
SIDE = 24
NOBODY = Sharing()
SHARED = Sharing("Utopia Lab", "training a model", BasisKind.AGREEMENT, "DUA 17-4")


def write_study(
    folder: Path, *, instances: int = 3, name: str = NAME, number: str = NUMBER, uid: str = "1.2.9"
) -> Path:
    """A CT series of noise with identifying values in the header."""
    folder.mkdir(parents=True, exist_ok=True)
    for place in range(instances):
        dataset = _image(place, name, number, uid)
        dataset.save_as(folder / f"{uid}-{place}.dcm", enforce_file_format=True)
    return folder


def scanned(folder: Path) -> tuple[Loaded, ScanResult]:
    """Load a folder and scan its headers."""
    loaded = load.load([folder])
    return loaded, detect.scan(loaded, load_profile("research"), text=False, face=False)


def exported(
    source: Path,
    out: Path,
    *,
    jobs: int = 1,
    zip: bool = False,
    vault: Path | None = None,
    sharing: Sharing = NOBODY,
    progress: Progress = silent,
) -> export.ExportReport:
    """Export a folder with all proposals accepted."""
    loaded, result = scanned(source)
    with Vault.open(vault, create=True) as opened:
        return export.export(
            loaded,
            result,
            {},
            out=out,
            profile=load_profile("research"),
            vault=opened,
            jobs=jobs,
            zip=zip,
            accept_proposed=True,
            sharing=sharing,
            progress=progress,
        )


def _image(place: int, name: str, number: str, uid: str) -> Dataset:
    dataset = Dataset()
    dataset.file_meta = FileMetaDataset()
    dataset.file_meta.TransferSyntaxUID = ExplicitVRLittleEndian
    dataset.SOPClassUID = CTImageStorage
    dataset.SOPInstanceUID = generate_uid(entropy_srcs=[uid, str(place)])
    dataset.StudyInstanceUID, dataset.SeriesInstanceUID = f"{uid}.1", f"{uid}.2"
    dataset.FrameOfReferenceUID = f"{uid}.3"
    dataset.PatientName, dataset.PatientID, dataset.PatientBirthDate = name, number, BORN
    dataset.PatientSex, dataset.StudyDate, dataset.StudyTime = "F", SEEN, "101112"
    dataset.InstitutionName, dataset.AccessionNumber = CLINIC, "ACC-99120"
    dataset.ReferringPhysicianName = "Eberesche^Dorothea"
    dataset.StudyID, dataset.Modality = "", "CT"
    dataset.SeriesNumber, dataset.InstanceNumber = 1, place + 1
    dataset.SeriesDescription = f"Abdomen {name.split('^')[0]}"
    dataset.ImagePositionPatient = [0, 0, 5 * place]
    dataset.ImageOrientationPatient = [1, 0, 0, 0, 1, 0]
    dataset.PixelSpacing, dataset.SliceThickness = [1, 1], 5
    dataset.Rows = dataset.Columns = SIDE
    dataset.SamplesPerPixel, dataset.PhotometricInterpretation = 1, "MONOCHROME2"
    dataset.BitsAllocated = dataset.BitsStored = 16
    dataset.HighBit, dataset.PixelRepresentation = 15, 0
    dataset.RescaleSlope, dataset.RescaleIntercept = 1, -1024
    noise = np.random.default_rng(place).integers(0, 4000, (SIDE, SIDE), dtype=np.uint16)
    dataset.PixelData = noise.tobytes()
    return dataset
