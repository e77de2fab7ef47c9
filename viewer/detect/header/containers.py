"""What lies around the data set: preamble, file meta, bytes after it, the file's own name."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from pydicom.datadict import keyword_for_tag

from viewer.detect.context import DetectContext
from viewer.dicom import read_container
from viewer.identifiers import name_of
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

_META = (0x00020016, 0x00020017, 0x00020018, 0x00020026, 0x00020027, 0x00020028, 0x00020102)


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
    title: str = "Preamble, file meta, trailing bytes and file names"
    finds: str = (
        "a preamble that is not empty, application entities and private information in file meta, "
        "bytes after the data set, and file names that hold an identifier"
    )
    misses: str = "names of folders above the file; exports use names of their own anyway"

    def detect(self, series: Series, context: DetectContext) -> Iterator[Finding]:
        """One finding per kind of place in a series."""
        places: dict[str, _Place] = {}
        for instance in series.instances:
            for reason, category, attribute, text in _look(instance, context):
                place = places.setdefault(reason, _Place(category, attribute))
                place.texts[text] = None
                place.instances.append(instance)
        for reason, place in places.items():
            yield self._finding(series, context, reason, place)

    def _finding(
        self, series: Series, context: DetectContext, reason: str, place: _Place
    ) -> Finding:
        return Finding(
            id=context.finding_id(self.id, series.series_uid, reason),
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


def _look(instance: Instance, context: DetectContext) -> Iterator[_Seen]:
    container = read_container(instance.source)
    if container.preamble.strip(b"\0"):
        yield "the preamble is not empty", Category.OTHER_UNIQUE, None, _shown(container.preamble)
    if (trailing := container.trailing.strip(b"\0")) and len(trailing) > 1:
        yield "bytes after the data set", Category.OTHER_UNIQUE, None, _shown(trailing)
    meta = getattr(context.header(instance.source), "file_meta", {})
    for tag in _META:
        if tag in meta and (value := meta[tag].value):
            reason = f"file meta information: {name_of(tag)}"
            yield reason, Category.DEVICE, AttributePath((tag,)), _shown(value)
    name = instance.source.member or instance.source.path.name
    for span in context.identifiers.known_spans(name):
        yield f"the file name: {span.reason}", span.category, None, name


def _shown(value: object) -> str:
    text = value.decode("latin-1") if isinstance(value, bytes) else str(value)
    return text.strip("\0 ")[:200]


DETECTOR = Containers()
