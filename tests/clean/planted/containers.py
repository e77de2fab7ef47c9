"""Plants values in what holds other things: old attributes, models, sounds, plans, media."""

from __future__ import annotations

from pathlib import Path

from pydicom.dataset import Dataset
from pydicom.fileset import FileSet
from pydicom.uid import DeflatedExplicitVRLittleEndian

from tests.clean.header.builders import ct
from tests.clean.planted.values import Planter


def plant_history(ds: Dataset, planter: Planter) -> None:
    """Original, modified and encrypted attributes, signatures, and a report of an older tool."""
    original, modified, encrypted, signature = (Dataset() for _ in range(4))
    modified.PatientName = planter.word("Modified Attributes: PatientName")
    modified.PatientComments = planter.word("Modified Attributes: PatientComments")
    original.ModifiedAttributesSequence = [modified]
    original.ModifyingSystem = planter.word("ModifyingSystem")
    original.SourceOfPreviousValues = planter.word("SourceOfPreviousValues")
    ds.OriginalAttributesSequence = [*(ds.get("OriginalAttributesSequence") or []), original]
    encrypted.EncryptedContent = planter.word("EncryptedContent").encode().ljust(64, b"\0")
    ds.EncryptedAttributesSequence = [encrypted]
    signature.CertificateOfSigner = planter.word("CertificateOfSigner").encode().ljust(64, b"\0")
    ds.DigitalSignaturesSequence = [signature]
    equipment = Dataset()
    equipment.InstitutionName = planter.word("Contributing Equipment: InstitutionName")
    equipment.ContributionDescription = f"by {planter.word('ContributionDescription')}"
    ds.ContributingEquipmentSequence = [equipment]


def plant_model(ds: Dataset, planter: Planter) -> None:
    """An STL model named after somebody, from a source that is named as well."""
    name = planter.word("STL solid")
    ds.EncapsulatedDocument = f"solid {name}\nendsolid {name}\n\n".encode()
    ds.MIMETypeOfEncapsulatedDocument = "model/stl"
    ds.DocumentTitle = f"left {planter.word('STL DocumentTitle')}"
    ds.BurnedInAnnotation = "NO"
    del ds.PixelData


def plant_sound(ds: Dataset, planter: Planter) -> None:
    """A voice with text in its samples, and notes beside it, coded and free."""
    wave, note, code = Dataset(), Dataset(), Dataset()
    wave.WaveformData = planter.word("audio samples").encode().ljust(64, b"\0")
    wave["WaveformData"].VR = "OB"
    wave.MultiplexGroupLabel = planter.word("audio MultiplexGroupLabel")
    ds.WaveformSequence = [wave]
    code.CodeValue, code.CodingSchemeDesignator = "L1", "99LOCAL"
    code.CodeMeaning = planter.word("annotation CodeMeaning")
    note.ConceptNameCodeSequence = [code]
    note.UnformattedTextValue = f"said by {planter.word('annotation text')}"
    ds.WaveformAnnotationSequence = [note]
    del ds.PixelData


def plant_plan(ds: Dataset, planter: Planter) -> None:
    """Names and descriptions of a radiotherapy plan, a segmentation and a nested state."""
    beam, group, setup, dose, segment = (Dataset() for _ in range(5))
    beam.BeamName = f"AP {planter.word('BeamName')}"
    beam.BeamDescription = f"field of {planter.word('BeamDescription')}"
    beam.TreatmentMachineName = planter.word("TreatmentMachineName")[:16]
    ds.BeamSequence = [beam]
    group.FractionGroupDescription = planter.word("FractionGroupDescription")
    ds.FractionGroupSequence = [group]
    setup.SetupTechniqueDescription = planter.word("SetupTechniqueDescription")
    ds.PatientSetupSequence = [setup]
    dose.DoseReferenceDescription = planter.word("DoseReferenceDescription")
    ds.DoseReferenceSequence = [dose]
    segment.SegmentAlgorithmName = planter.word("SegmentAlgorithmName")
    ds.SegmentSequence = [segment]
    context = [*(ds.get("AcquisitionContextSequence") or []), _context(planter)]
    ds.AcquisitionContextSequence = context
    ds.ReferencedSeriesSequence = [_state(planter)]


def plant_deflated(ds: Dataset, planter: Planter) -> None:
    """A data set that is compressed as a whole, with drawings and an icon below a sequence."""
    ds.file_meta.TransferSyntaxUID = DeflatedExplicitVRLittleEndian
    ds.StudyComments = f"see {planter.word('StudyComments in a deflated file')}"
    inner, icon = Dataset(), Dataset()
    inner.add_new(0x60003000, "OW", planter.word("nested overlay data").encode().ljust(64, b"\0"))
    inner.add_new(0x60004000, "LT", planter.word("nested overlay comments"))
    inner.add_new(0x50003000, "OW", planter.word("nested curve data").encode().ljust(64, b"\0"))
    icon.add_new(0x7FE00010, "OB", planter.word("nested icon pixels").encode().ljust(64, b"\0"))
    inner.IconImageSequence = [icon]
    ds.SourceImageSequence = [*(ds.get("SourceImageSequence") or []), inner]


def plant_media(folder: Path, planter: Planter) -> None:
    """A folder with a DICOMDIR, whose records repeat names, numbers and descriptions."""
    ds = ct(90, StudyInstanceUID="2.25.7790", SeriesInstanceUID="2.25.7791")
    ds.PatientName, ds.PatientID = planter.word("DICOMDIR name"), planter.number("DICOMDIR number")
    ds.StudyDescription = f"CT {planter.word('DICOMDIR description')}"
    ds.StudyID, ds.StudyTime, ds.SeriesNumber = planter.word("DICOMDIR StudyID"), "101112", 1
    ds.StudyDate, ds.AccessionNumber = planter.date("DICOMDIR date"), ""
    ds.file_meta.MediaStorageSOPClassUID = ds.SOPClassUID
    ds.file_meta.MediaStorageSOPInstanceUID = ds.SOPInstanceUID
    media = FileSet()
    media.ID = planter.word("DICOMDIR file-set ID").upper()[:16]
    media.add(ds)
    media.write(folder)


def _context(planter: Planter) -> Dataset:
    """An item of a report inside a sequence that is kept."""
    item, code = Dataset(), Dataset()
    code.CodeValue, code.CodingSchemeDesignator, code.CodeMeaning = "L2", "99LOCAL", "Finding"
    item.ValueType, item.ConceptNameCodeSequence = "TEXT", [code]
    item.TextValue = f"history of {planter.word('TextValue in an acquisition context')}"
    item.PersonName = planter.word("PersonName in an acquisition context")
    return item


def _state(planter: Planter) -> Dataset:
    """A text of a presentation state inside a reference."""
    series, note, text = Dataset(), Dataset(), Dataset()
    text.UnformattedTextValue = f"arrow by {planter.word('nested presentation text')}"
    note.TextObjectSequence = [text]
    series.GraphicAnnotationSequence = [note]
    return series
