"""Thumbnails and crops, made in the background and dropped when they come too late."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QImage

from viewer.dicom import FrameReader
from viewer.gui import stages
from viewer.gui.jobs import Jobs
from viewer.gui.panels.images import image_of
from viewer.gui.review_controller import ReviewController
from viewer.model import Decision, Finding, Instance, Series


class Pictures(QObject):
    """``thumbnail`` (series UID, QImage) and ``crop`` (finding id, QImage)."""

    thumbnail = Signal(str, QImage)
    crop = Signal(str, QImage)

    def __init__(self, jobs: Jobs, controller: ReviewController, reader: FrameReader) -> None:
        super().__init__(jobs)
        self._jobs, self._controller, self._reader = jobs, controller, reader

    def want_thumbnail(self, series_uid: str) -> None:
        """Ask for the middle image of a series."""
        session = self._controller.session
        series = session.series(series_uid) if session else None
        place = _middle(series) if series else None
        if place is None:
            return
        instance, frame = place
        self._jobs.start(
            f"thumbnail {series_uid}",
            lambda _: image_of(stages.picture(instance, frame, self._reader)),
            lambda image: self.thumbnail.emit(series_uid, image),
            failed=lambda _: None,
        )

    def want_crop(self, finding_id: str) -> None:
        """Ask for the pixels of a finding."""
        session = self._controller.session
        finding = session.finding(finding_id) if session else None
        instance = self._instance(finding) if finding else None
        if session is None or finding is None or instance is None:
            self._jobs.cancel("crop")
            return
        decision = session.decision(finding_id)
        look = _look(finding, decision, instance, self._reader)
        if look is None:
            self._jobs.cancel("crop")
            return
        self._jobs.start(
            "crop",
            lambda _: image_of(look()),
            lambda image: self.crop.emit(finding_id, image),
            failed=lambda _: None,
        )

    def _instance(self, finding: Finding) -> Instance | None:
        session = self._controller.session
        series = session.series(finding.location.series_uid) if session else None
        first = finding.location.sources[0]
        found = (each for each in (series.instances if series else ()) if each.source == first)
        return next(found, None)


def _middle(series: Series) -> tuple[Instance, int] | None:
    pictures = [each for each in series.instances if each.has_pixels]
    if not pictures:
        return None
    instance = pictures[len(pictures) // 2]
    return instance, (instance.frames // 2 if len(pictures) == 1 else 0)


def _look(
    finding: Finding, decision: Decision | None, instance: Instance, reader: FrameReader
) -> Callable[[], stages.Pixels] | None:
    """What fetches the pixels of a finding; None when it is not about pixels."""
    place = finding.location
    box = (decision.box if decision else None) or place.box
    if box is not None:
        return partial(stages.picture, instance, (place.frames or (0,))[0], reader, box)
    return partial(stages.plane, instance, place, reader) if place.inside else None
