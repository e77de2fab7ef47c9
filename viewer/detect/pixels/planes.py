"""Text in overlays, in unused bits of the pixels and in icon images."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, field

from pydicom.datadict import keyword_for_tag

from viewer.detect.context import DetectContext
from viewer.detect.text_findings import TextGroup, grouped, text_finding
from viewer.dicom import Plane, hidden_planes, planes_of
from viewer.errors import UnreadableError
from viewer.model import Action, Finding, Instance, Kind, Location, Series
from viewer.ocr import Arrangement, FrameViews, read_frames, shared_pool


@dataclass(slots=True)
class _Seen:
    """A picture and the instances it stands in."""

    plane: Plane
    instances: list[Instance] = field(default_factory=list)


class PlanesDetector:
    """Reads the pictures that lie beside the image; all of them are taken out in any case."""

    id = "pixels.planes"
    version = "1"
    title = "Text in overlays and icon images"
    finds = "text drawn in overlays (60xx), in unused bits of uncompressed pixels, in icon images"
    misses = "icon images that are compressed or in colour; they are taken out unread"

    def detect(self, series: Series, context: DetectContext) -> Iterator[Finding]:
        """One finding per text and picture; equal pictures of several instances are read once."""
        for seen in _distinct(series, context):
            frame = FrameViews(0, seen.plane.pixels, seen.plane.pixels)
            readings = read_frames(
                [frame], Arrangement.SINGLE, shared_pool(context.jobs), thorough=context.thorough
            )
            for group in grouped(readings, context, series.modality):
                yield self._finding(group, seen, series, context)

    def _finding(
        self, group: TextGroup, seen: _Seen, series: Series, context: DetectContext
    ) -> Finding:
        plane = seen.plane
        location = Location(
            study_uid=series.study_uid,
            series_uid=series.series_uid,
            sources=tuple(each.source for each in seen.instances),
            attribute=plane.path,
            inside=group.box,
        )
        return text_finding(
            self,
            series,
            context,
            group,
            location,
            proposed=Action.REMOVE,
            kind=Kind.GRAPHIC,
            keyword=keyword_for_tag(plane.path.tag),
            where=f"in {plane.title}",
        )


def _distinct(series: Series, context: DetectContext) -> list[_Seen]:
    found: dict[tuple[str, bytes], _Seen] = {}
    for instance in series.instances:
        for plane in _planes(instance, context):
            key = (str(plane.path), plane.pixels.tobytes())
            found.setdefault(key, _Seen(plane)).instances.append(instance)
    return list(found.values())


def _planes(instance: Instance, context: DetectContext) -> Iterator[Plane]:
    header = context.header(instance.source)
    yield from planes_of(header, None)
    if instance.has_pixels and header.get("BitsStored") != header.get("BitsAllocated"):
        with suppress(UnreadableError):  # the detector of text in the image reports it
            for number in range(instance.frames):
                yield from hidden_planes(context.reader.frame(instance.source, number))


DETECTOR = PlanesDetector()
