"""Builds findings about text in pictures, so that every pixel detector tells them the same way."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from viewer.detect.context import DetectContext, Detector
from viewer.model import Action, Box, Finding, Kind, Location, Masked, Series
from viewer.ocr import Reading, Verdict, alike, classify, judge_neighbours

Judged = tuple[Reading, Verdict]


@dataclass(frozen=True, slots=True)
class TextGroup:
    """Readings of one place with the same verdict, whatever changes in them."""

    members: tuple[Judged, ...]

    @property
    def box(self) -> Box:
        """Around all of them."""
        box = self.members[0][0].box
        for reading, _ in self.members[1:]:
            box = box.union(reading.box)
        return box

    @property
    def indices(self) -> list[int]:
        """Of the frames in which any of them was seen."""
        return sorted({index for reading, _ in self.members for index in reading.indices})

    @property
    def speaker(self) -> Judged:
        """The reading that says most clearly what it is."""
        return max(self.members, key=lambda pair: (pair[1].proved, pair[1].confidence))


def grouped(
    readings: Sequence[Reading], context: DetectContext, modality: str
) -> Iterator[TextGroup]:
    """Readings with what they are, those of the same place and the same proposal together."""
    judged = [(each, classify(each, context.identifiers, modality)) for each in readings]
    groups: list[list[Judged]] = []
    for reading, verdict in judge_neighbours(judged):
        for group in groups:
            first, its = group[0]
            if alike(first.tight, reading.tight) and proposed(its) is proposed(verdict):
                group.append((reading, verdict))
                break
        else:
            groups.append([(reading, verdict)])
    yield from (TextGroup(tuple(group)) for group in groups)


def proposed(verdict: Verdict) -> Action:
    """Keep what is proved benign, ask about what is doubtful, blank everything else."""
    if verdict.benign:
        return Action.KEEP
    return Action.REVIEW if verdict.is_doubtful else Action.BLANK


def text_finding(
    detector: Detector,
    series: Series,
    context: DetectContext,
    group: TextGroup,
    location: Location,
    *,
    proposed: Action,
    kind: Kind = Kind.TEXT,
    keyword: str = "PixelData",
    where: str = "",
) -> Finding:
    """One finding for a group; ``where`` tells what the text stands in besides the image."""
    reading, verdict = group.speaker
    text = reading.best.text
    box = group.box
    parts = (_first(series, location), f"{box.x},{box.y},{box.width},{box.height}", text.reveal())
    return Finding(
        id=context.finding_id(detector.id, *parts, keyword),
        detector=detector.id,
        detector_version=detector.version,
        kind=kind,
        location=location,
        category=verdict.category,
        confidence=round(verdict.confidence, 3),
        reason=f"{where}: {verdict.reason}" if where else verdict.reason,
        proposed=proposed,
        keyword=keyword,
        text=Masked(text.reveal()),
        distinct=len({each.best.text.reveal() for each, _ in group.members}),
    )


def _first(series: Series, location: Location) -> str:
    source = location.sources[0]
    found = (each.sop_instance_uid for each in series.instances if each.source == source)
    return next(found, "") or source.key
