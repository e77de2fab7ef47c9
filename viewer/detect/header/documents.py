"""Encapsulated documents and recorded voices."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from viewer.detect.context import DetectContext
from viewer.detect.header_findings import attribute_finding
from viewer.model import Action, Category, Finding, Kind, Location, Series

_DOCUMENT = 0x00420011
_VOICES = {"1.2.840.10008.5.1.4.1.1.9.4.1", "1.2.840.10008.5.1.4.1.1.9.4.2"}


@dataclass(frozen=True, slots=True)
class Documents:
    """Reports documents inside instances; nobody has read them."""

    id: str = "header.documents"
    version: str = "1"
    title: str = "Encapsulated documents and voices"
    finds: str = "encapsulated PDF, CDA, STL, OBJ and other documents, and audio recordings"
    misses: str = "what the document says: it is replaced as a whole"

    def detect(self, series: Series, context: DetectContext) -> Iterator[Finding]:
        """One finding for the documents and one for the voices of a series."""
        for entry in context.index(series).entries:
            if entry.path.tag == _DOCUMENT:
                yield attribute_finding(
                    self,
                    series,
                    context,
                    entry,
                    kind=Kind.DOCUMENT,
                    category=Category.OTHER_UNIQUE,
                    reason=f"a document nobody has read ({entry.rule.source})",
                    proposed=Action.REPLACE,
                )
        yield from self._voices(series, context)

    def _voices(self, series: Series, context: DetectContext) -> Iterator[Finding]:
        sources = tuple(each.source for each in series.instances if each.sop_class_uid in _VOICES)
        if sources:
            yield Finding(
                id=context.finding_id(self.id, series.series_uid, "voice"),
                detector=self.id,
                detector_version=self.version,
                kind=Kind.DOCUMENT,
                location=Location(series.study_uid, series.series_uid, sources),
                category=Category.BIOMETRIC,
                confidence=0.9,
                reason="a voice identifies whoever speaks",
                proposed=Action.BLANK,
            )


DETECTOR = Documents()
