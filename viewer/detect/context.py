"""What a detector gets, and what it must offer."""

from __future__ import annotations

import hashlib
import hmac
from collections import OrderedDict
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Protocol

from pydicom.dataset import Dataset

from viewer.detect.finding_key import finding_key
from viewer.detect.header_index import HeaderIndex
from viewer.detect.survey import Survey, survey
from viewer.dicom import FrameReader, read_dataset
from viewer.identifiers import Identifiers
from viewer.model import FaceRisk, Failure, Finding, Progress, Series, Source, silent
from viewer.profile import Profile

if TYPE_CHECKING:
    from viewer.ocr import FrameViews  # only for types: it loads what headers do not need

_KEPT_HEADERS = 1024
_KEPT_SURVEYS = 4


class Detector(Protocol):
    """Looks at one series; one file per detector, with a module constant DETECTOR."""

    @property
    def id(self) -> str: ...
    @property
    def version(self) -> str: ...
    @property
    def title(self) -> str: ...
    @property
    def finds(self) -> str: ...
    @property
    def misses(self) -> str: ...

    def detect(
        self, series: Series, context: DetectContext
    ) -> Iterable[Finding | FaceRisk | Failure]:
        """Findings, risks and failures of a series; what it raises becomes a Failure."""
        ...


@dataclass(frozen=True, slots=True)
class DetectContext:
    """What all detectors share for one series; headers are read once.

    ``looks`` are frames as detectors of pixels look at them, kept for the next detector.
    ``jobs`` is how many processes a detector may use for one series; ``thorough`` asks for every
    frame by itself, whatever it costs.
    """

    profile: Profile
    identifiers: Identifiers
    reader: FrameReader
    progress: Progress = silent
    jobs: int = 1
    thorough: bool = False
    looks: dict[tuple[Source, int], FrameViews] = field(
        default_factory=dict, repr=False, compare=False
    )
    _headers: OrderedDict[Source, Dataset] = field(
        default_factory=OrderedDict, repr=False, compare=False
    )
    _surveys: OrderedDict[str, Survey] = field(
        default_factory=OrderedDict, repr=False, compare=False
    )

    def header(self, source: Source) -> Dataset:
        """The data set without pixels; do not change it. Raises UnreadableError."""
        if source not in self._headers:
            self._headers[source] = read_dataset(source, pixels=False)
            while len(self._headers) > _KEPT_HEADERS:
                self._headers.popitem(last=False)
        return self._headers[source]

    def survey(self, series: Series) -> Survey:
        """What all headers of a series hold; raises UnreadableError when one cannot be read."""
        if series.series_uid not in self._surveys:
            sources = [each.source for each in series.instances]
            self.knows(series, survey(sources, self.profile))
        found = self._surveys[series.series_uid]
        if found.unreadable:
            raise found.unreadable
        return found

    def knows(self, series: Series, found: Survey) -> None:
        """Take a survey that was made before."""
        self._surveys[series.series_uid] = found
        while len(self._surveys) > _KEPT_SURVEYS:
            self._surveys.popitem(last=False)

    def index(self, series: Series) -> HeaderIndex:
        """Every attribute of a series with its distinct values; raises UnreadableError."""
        return self.survey(series).index

    def finding_id(self, detector: str, *parts: str) -> str:
        """The same 20 characters for the same parts on this machine; says nothing about them."""
        return keyed_id(detector, *parts)


def keyed_id(detector: str, *parts: str) -> str:
    """The same 20 characters for the same parts on this machine; says nothing about them."""
    message = "\0".join((detector, *parts)).encode("utf-8", "surrogatepass")
    return hmac.new(finding_key(), message, hashlib.sha256).hexdigest()[:20]
