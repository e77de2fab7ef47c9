"""Builds findings about attributes, so that every header detector tells them the same way."""

from __future__ import annotations

from pydicom.datadict import keyword_for_tag

from viewer.detect.context import DetectContext, Detector
from viewer.detect.header_index import Entry
from viewer.model import Action, Category, Finding, Kind, Location, Masked, Series


def attribute_finding(
    detector: Detector,
    series: Series,
    context: DetectContext,
    entry: Entry,
    *,
    kind: Kind | None = None,
    category: Category,
    reason: str,
    proposed: Action,
    confidence: float = 1.0,
    texts: tuple[str, ...] = (),
    replacement: str = "",
) -> Finding:
    """One finding for an attribute of a series; ``texts`` limits it to some of its values.

    Without a ``kind`` it is a private attribute or one of the header, as its group tells.
    """
    chosen = texts or tuple(entry.values)
    positions = sorted({each for text in chosen for each in entry.values[text]})
    # The id holds the values: a decision never holds for a value that nobody saw.
    parts = (series.study_uid, series.series_uid, str(entry.path), entry.rule.source)
    return Finding(
        id=context.finding_id(detector.id, *parts, *sorted(chosen)),
        detector=detector.id,
        detector_version=detector.version,
        kind=kind or (Kind.PRIVATE if entry.path.tag >> 16 & 1 else Kind.HEADER),
        location=Location(
            study_uid=series.study_uid,
            series_uid=series.series_uid,
            sources=tuple(series.instances[each].source for each in positions),
            attribute=entry.path,
        ),
        category=category,
        confidence=confidence,
        reason=reason,
        proposed=proposed,
        keyword=keyword_for_tag(entry.path.tag),
        text=Masked(chosen[0]),
        distinct=len(chosen),
        replacement=replacement,
    )
