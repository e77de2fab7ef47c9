"""What a detector gets, and what it must offer."""

from __future__ import annotations

import hashlib
import hmac
from collections import OrderedDict
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Protocol

from pydicom.dataset import Dataset

from viewer.detect.finding_key import finding_key
from viewer.detect.header_index import HeaderIndex, index_headers
from viewer.dicom import FrameReader, read_dataset
from viewer.identifiers import Identifiers
from viewer.model import FaceRisk, Failure, Finding, Progress, Series, Source, silent
from viewer.profile import Profile

_KEPT_HEADERS = 256
_KEPT_INDEXES = 4


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
    """What all detectors share for one patient; headers and their index are read once.

    ``jobs`` is how many processes a detector may use for one series.
    """

    profile: Profile
    identifiers: Identifiers
    reader: FrameReader
    progress: Progress = silent
    jobs: int = 1
    _headers: OrderedDict[Source, Dataset] = field(
        default_factory=OrderedDict, repr=False, compare=False
    )
    _indexes: OrderedDict[str, HeaderIndex] = field(
        default_factory=OrderedDict, repr=False, compare=False
    )

    def header(self, source: Source) -> Dataset:
        """The data set without pixels; do not change it. Raises UnreadableError."""
        if source not in self._headers:
            self._headers[source] = read_dataset(source, pixels=False)
            while len(self._headers) > _KEPT_HEADERS:
                self._headers.popitem(last=False)
        return self._headers[source]

    def index(self, series: Series) -> HeaderIndex:
        """Every attribute of a series with its distinct values; raises UnreadableError."""
        if series.series_uid not in self._indexes:
            headers = (self.header(each.source) for each in series.instances)
            self._indexes[series.series_uid] = index_headers(headers, self.profile)
            while len(self._indexes) > _KEPT_INDEXES:
                self._indexes.popitem(last=False)
        return self._indexes[series.series_uid]

    def finding_id(self, detector: str, *parts: str) -> str:
        """The same 20 characters for the same parts on this machine; says nothing about them."""
        message = "\0".join((detector, *parts)).encode("utf-8", "surrogatepass")
        return hmac.new(finding_key(), message, hashlib.sha256).hexdigest()[:20]
