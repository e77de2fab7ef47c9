"""The modules every object of the demo shares: patient, study, series, equipment, SOP common."""

from __future__ import annotations

from pydicom import Dataset
from pydicom.dataset import FileMetaDataset
from pydicom.uid import UID

from viewer.demo.recipe import DemoObject, Recipe


def new_instance(
    recipe: Recipe, thing: DemoObject, sop_class: str, syntax: str, modality: str, number: int = 1
) -> Dataset:
    """A data set with file meta that identifies the synthetic patient and lacks its content."""
    ds = Dataset()
    ds.file_meta = _file_meta(recipe, thing, sop_class, syntax, number)
    ds.SpecificCharacterSet = "ISO_IR 192"
    ds.SOPClassUID = sop_class
    ds.SOPInstanceUID = recipe.uid(thing.name, number)
    ds.SyntheticData = "YES"
    ds.Modality = modality
    ds.InstanceNumber = number
    _patient(ds, recipe)
    _study(ds, recipe, thing)
    _series(ds, recipe, thing)
    return ds


def coded(value: str, scheme: str, meaning: str) -> Dataset:
    """One item of a code sequence."""
    item = Dataset()
    item.CodeValue, item.CodingSchemeDesignator, item.CodeMeaning = value, scheme, meaning
    return item


def _file_meta(
    recipe: Recipe, thing: DemoObject, sop_class: str, syntax: str, number: int
) -> FileMetaDataset:
    meta = FileMetaDataset()
    meta.MediaStorageSOPClassUID = UID(sop_class)
    meta.MediaStorageSOPInstanceUID = UID(recipe.uid(thing.name, number))
    meta.TransferSyntaxUID = UID(syntax)
    meta.ImplementationClassUID = UID(recipe.uid("implementation"))
    meta.ImplementationVersionName = "SCANVEIL_DEMO"
    return meta


def _patient(ds: Dataset, recipe: Recipe) -> None:
    words = recipe.words
    ds.PatientName = f"{words['family']}^{words['given']}^{words['middle']}"
    ds.PatientID = words["id"]
    ds.PatientBirthDate = words["birth_date"]
    ds.PatientSex = recipe.sex
    ds.PatientAge = recipe.age


def _study(ds: Dataset, recipe: Recipe, thing: DemoObject) -> None:
    study = thing.study
    ds.StudyInstanceUID = recipe.uid("study", study.key)
    ds.StudyDate, ds.StudyTime = study.date, study.time
    ds.ContentDate, ds.ContentTime = study.date, study.time
    ds.AccessionNumber = study.accession
    ds.StudyID = study.id
    ds.StudyDescription = study.description
    ds.ReferringPhysicianName = recipe.people["referring"]
    ds.NameOfPhysiciansReadingStudy = recipe.people["reading"]


def _series(ds: Dataset, recipe: Recipe, thing: DemoObject) -> None:
    words = recipe.words
    ds.SeriesInstanceUID = recipe.uid("series", thing.name)
    ds.SeriesNumber = thing.series
    ds.SeriesDescription = thing.description
    ds.SeriesDate, ds.SeriesTime = thing.study.date, thing.study.time
    ds.OperatorsName = recipe.people["operator"]
    ds.Manufacturer = thing.manufacturer
    ds.ManufacturerModelName = thing.model
    ds.DeviceSerialNumber = thing.serial
    ds.SoftwareVersions = "1"
    ds.InstitutionName = words["institution"]
    ds.InstitutionAddress = words["institution_address"]
    ds.InstitutionalDepartmentName = words["department"]
    ds.StationName = words["station"]
