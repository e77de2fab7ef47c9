"""The structured report: names and dates in its text and in its content tree."""

from __future__ import annotations

from collections.abc import Iterator

from pydicom import Dataset
from pydicom.uid import BasicTextSRStorage, ExplicitVRLittleEndian

from viewer.demo.header import coded, new_instance
from viewer.demo.recipe import DemoObject, Recipe


def report(recipe: Recipe, thing: DemoObject, _size: str) -> Iterator[tuple[str, Dataset]]:
    """File name and data set of the one Basic Text SR."""
    ds = new_instance(recipe, thing, BasicTextSRStorage, ExplicitVRLittleEndian, "SR")
    ds.ReferencedPerformedProcedureStepSequence = []
    ds.PerformedProcedureCodeSequence = []
    ds.CompletionFlag, ds.VerificationFlag = "COMPLETE", "VERIFIED"
    ds.VerifyingObserverSequence = [_observer(recipe, thing)]
    ds.ValueType, ds.ContinuityOfContent = "CONTAINER", "SEPARATE"
    ds.ConceptNameCodeSequence = [coded("18748-4", "LN", "Diagnostic imaging report")]
    ds.ContentSequence = [_signed_by(recipe), _findings(recipe, thing)]
    yield thing.file, ds


def _observer(recipe: Recipe, thing: DemoObject) -> Dataset:
    observer = Dataset()
    observer.VerifyingObserverName = recipe.report["closing_person"]
    observer.VerifyingOrganization = recipe.words["institution"]
    observer.VerificationDateTime = thing.study.date + thing.study.time
    observer.VerifyingObserverIdentificationCodeSequence = []
    return observer


def _signed_by(recipe: Recipe) -> Dataset:
    item = _item("PNAME", "HAS OBS CONTEXT", coded("121008", "DCM", "Person Observer Name"))
    item.PersonName = recipe.report["closing_person"]
    return item


def _findings(recipe: Recipe, thing: DemoObject) -> Dataset:
    section = _item("CONTAINER", "CONTAINS", coded("121070", "DCM", "Findings"))
    section.ContinuityOfContent = "SEPARATE"
    section.ContentSequence = [
        _paragraph(recipe.fill(text, thing.study)) for text in recipe.report["paragraphs"]
    ]
    return section


def _paragraph(text: str) -> Dataset:
    item = _item("TEXT", "CONTAINS", coded("121071", "DCM", "Finding"))
    item.TextValue = text
    return item


def _item(value_type: str, relationship: str, concept: Dataset) -> Dataset:
    item = Dataset()
    item.RelationshipType = relationship
    item.ValueType = value_type
    item.ConceptNameCodeSequence = [concept]
    return item
