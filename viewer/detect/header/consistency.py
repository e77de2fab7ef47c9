"""Contradictions that make a person look: two patients in a series, claims not to be trusted."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from viewer.detect.context import DetectContext
from viewer.model import Action, Category, Finding, Kind, Location, Series

_PATIENT_ID = 0x00100020
_BIRTH_DATE = 0x00100030


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
        if _says_clean(series, context):
            reason = "the source says it is de-identified; it is searched like any other"
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


def _says_clean(series: Series, context: DetectContext) -> bool:
    header = context.header(series.instances[0].source)
    return str(header.get("PatientIdentityRemoved", "")).strip() == "YES"


DETECTOR = Consistency()
