"""Contradictions that make a person look: two patients in a series, claims not to be trusted."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from pydicom.dataset import Dataset
from pydicom.sequence import Sequence

from viewer.detect.context import DetectContext
from viewer.dicom.elements import read_element
from viewer.model import Action, Category, Finding, Kind, Location, Series
from viewer.profile import method_meanings

_PATIENT_ID = 0x00100020
_BIRTH_DATE = 0x00100030
_METHOD_CODES = 0x00120064


@dataclass(frozen=True, slots=True)
class Consistency:
    """Compares attributes of the patient over the instances of a series."""

    id: str = "header.consistency"
    version: str = "1"
    title: str = "Contradictions between instances"
    finds: str = "two patients within a series, and instances that say they are de-identified"
    misses: str = "a series whose instances all name the same wrong patient"

    def detect(self, series: Series, context: DetectContext) -> Iterator[Finding]:
        """At most one finding for two patients and one for a claim."""
        index = context.index(series)
        if any(len(index.values(tag)) > 1 for tag in (_PATIENT_ID, _BIRTH_DATE)):
            reason = "instances of this series name different patients"
            yield self._finding(series, context, reason, Action.REVIEW, Category.RECORD_NUMBER)
        if claims := _claims(series, context):
            reason = f"{claims}; it is searched like any other"
            yield self._finding(series, context, reason, Action.KEEP, Category.QUASI)

    def _finding(
        self,
        series: Series,
        context: DetectContext,
        reason: str,
        proposed: Action,
        category: Category,
    ) -> Finding:
        return Finding(
            id=context.finding_id(self.id, *series.uids(), reason),
            detector=self.id,
            detector_version=self.version,
            kind=Kind.CONSISTENCY,
            location=Location(
                series.study_uid,
                series.series_uid,
                tuple(each.source for each in series.instances),
            ),
            category=category,
            confidence=1.0,
            reason=reason,
            proposed=proposed,
        )


def _claims(series: Series, context: DetectContext) -> str:
    """What the first instance says about an earlier de-identification, in the standard's words."""
    header = context.header(series.instances[0].source)
    says_so = str(header.get("PatientIdentityRemoved", "")).strip() == "YES"
    codes = [str(each.get("CodeValue", "")) for each in _items(header)]
    if not (says_so or codes):
        return ""
    known = [method_meanings()[code] for code in codes if code in method_meanings()]
    others = len(codes) - len(known)
    named = [*known, *([f"{others} codes that the standard does not list"] if others else [])]
    return "the source says it is de-identified" + (f" ({', '.join(named)})" if named else "")


def _items(header: Dataset) -> Iterable[Dataset]:
    element = read_element(header, _METHOD_CODES) if _METHOD_CODES in header else None
    return element.value if element is not None and isinstance(element.value, Sequence) else ()


DETECTOR = Consistency()
