"""What lies around the data set: preamble, file meta, bytes after it, the file's own name."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from pydicom.datadict import keyword_for_tag

from viewer.detect.context import DetectContext
from viewer.detect.survey import Surroundings
from viewer.dicom.vr import dictionary_vr
from viewer.identifiers import category_of, name_of
from viewer.model import (
    Action,
    AttributePath,
    Category,
    Finding,
    Instance,
    Kind,
    Location,
    Masked,
    Series,
)


@dataclass(slots=True)
class _Place:
    category: Category
    attribute: AttributePath | None
    texts: dict[str, None] = field(default_factory=dict)
    instances: list[Instance] = field(default_factory=list)
    confidence: float = 1.0


@dataclass(frozen=True, slots=True)
class Containers:
    """Looks at the parts of a file that no data set attribute covers."""

    id: str = "header.containers"
    version: str = "1"
    title: str = "Preamble, file meta, trailing bytes, repeated attributes and file names"
    finds: str = (
        "a preamble that is not empty, application entities and private information in file meta, "
        "bytes after the data set, attributes that stand twice, and file names that hold an "
        "identifier"
    )
    misses: str = "names of folders above the file; exports use names of their own anyway"

    def detect(self, series: Series, context: DetectContext) -> Iterator[Finding]:
        """One finding per kind of place in a series."""
        places: dict[str, _Place] = {}
        for seen, positions in context.survey(series).surroundings.items():
            instances = [series.instances[each] for each in positions]
            for each in _around(seen):
                _enter(places, each, instances)
        for instance in series.instances:
            for each in _in_name(instance, context):
                _enter(places, each, [instance])
        for reason, place in places.items():
            yield self._finding(series, context, reason, place)

    def _finding(
        self, series: Series, context: DetectContext, reason: str, place: _Place
    ) -> Finding:
        return Finding(
            id=context.finding_id(self.id, *series.uids(), reason),
            detector=self.id,
            detector_version=self.version,
            kind=Kind.CONTAINER,
            location=Location(
                series.study_uid,
                series.series_uid,
                tuple(each.source for each in place.instances),
                place.attribute,
            ),
            category=place.category,
            confidence=place.confidence,
            reason=reason,
            proposed=Action.REPLACE if reason.startswith("the file name") else Action.REMOVE,
            keyword=keyword_for_tag(place.attribute.tag) if place.attribute else "",
            text=Masked(next(iter(place.texts))),
            distinct=len(place.texts),
        )


_Seen = tuple[str, Category, AttributePath | None, str]


def _enter(places: dict[str, _Place], seen: _Seen, instances: list[Instance]) -> None:
    reason, category, attribute, text = seen
    place = places.setdefault(reason, _Place(category, attribute))
    place.texts[text] = None
    place.instances.extend(instances)


def _around(seen: Surroundings) -> Iterator[_Seen]:
    if seen.preamble:
        yield "the preamble is not empty", Category.OTHER_UNIQUE, None, _shown(seen.preamble)
    if len(seen.trailing) > 1:
        yield "bytes after the data set", Category.OTHER_UNIQUE, None, _shown(seen.trailing)
    for tag, value in seen.meta:
        reason = f"file meta information: {name_of(tag)}"
        yield reason, Category.DEVICE, AttributePath((tag,)), _shown(value)
    for tag, value in seen.repeated:
        reason = f"{name_of(tag)} stands twice; this is the value that is not used"
        yield reason, category_of(tag, dictionary_vr(tag)), None, _shown(value, "utf-8")


def _in_name(instance: Instance, context: DetectContext) -> Iterator[_Seen]:
    name = instance.source.member or instance.source.path.name
    for span in context.identifiers.known_spans(name):
        yield f"the file name: {span.reason}", span.category, None, name


def _shown(value: bytes, coding: str = "latin-1") -> str:
    return value.decode(coding, "replace").strip("\0 ")


DETECTOR = Containers()
