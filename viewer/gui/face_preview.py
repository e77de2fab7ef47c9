"""Feeds the face view: the skin of the series on the screen, computed on demand."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject

from viewer.errors import CancelledError
from viewer.gui import stages
from viewer.gui.face_view.view import FaceView
from viewer.gui.jobs import Jobs
from viewer.gui.review_controller import ReviewController
from viewer.gui.stages import FaceSurface
from viewer.model import FaceRisk, Series

_MODALITIES = ("CT", "MR", "PT")
_LEAST_SLICES = 8
_COMPUTING = "The surface is being computed, before and after defacing. You can go on meanwhile."


class FacePreview(QObject):
    """Remembers computed surfaces while the studies are open."""

    def __init__(self, view: FaceView, jobs: Jobs, controller: ReviewController) -> None:
        super().__init__(jobs)
        self._view, self._jobs, self._controller = view, jobs, controller
        self._surfaces: dict[str, FaceSurface] = {}
        self._tried: set[str] = set()
        self._series: Series | None = None
        view.compute_requested.connect(self.compute)
        controller.opened.connect(self._forget)
        controller.changed.connect(self._show_risk)

    def show(self, series: Series | None) -> None:
        """Show what is known of a series' face."""
        self._series = series
        self._show()
        self.look()

    def look(self) -> None:
        """Compute as soon as somebody looks at the view, unless it was tried or is under way."""
        uid = self._series.series_uid if self._series else ""
        if self._view.isVisible() and uid not in self._surfaces and uid not in self._tried:
            self.compute()

    def compute(self) -> None:
        """Compute the surface of the series on show."""
        series = self._series
        if series is None or not self.can_compute(series):
            return
        self._tried.add(series.series_uid)
        self._view.stage.warm_up()
        self._view.clear(_COMPUTING, can_compute=False)
        self._show_risk()
        self._jobs.start(
            "face",
            partial(stages.assess_face, series),
            partial(self._computed, series.series_uid),
            failed=self._failed,
            text="Computing the surface of the head",
        )

    @staticmethod
    def can_compute(series: Series) -> bool:
        """Whether a series can hold a head: a volume of CT, MR or PT."""
        return series.modality in _MODALITIES and series.frame_count >= _LEAST_SLICES

    def _forget(self) -> None:
        self._surfaces.clear()
        self._tried.clear()
        self.show(None)

    def _computed(self, series_uid: str, surface: FaceSurface) -> None:
        self._surfaces[series_uid] = surface
        if self._series is not None and self._series.series_uid == series_uid:
            self._show()

    def _failed(self, error: BaseException) -> None:
        text = "Cancelled." if isinstance(error, CancelledError) else str(error)
        self._view.clear(text)

    def _show(self) -> None:
        series = self._series
        if series is None:
            self._view.clear("Choose a series on the left.", can_compute=False)
        elif found := self._surfaces.get(series.series_uid):
            self._show_surface(found)
        elif self.can_compute(series):
            if self._jobs.is_running("face"):
                self._view.clear(_COMPUTING, can_compute=False)
            else:
                self._view.clear()
            self._show_risk()
        else:
            self._view.clear("This series is no volume, so it has no surface.", can_compute=False)

    def _show_surface(self, found: FaceSurface) -> None:
        if found.mesh is None:
            self._view.clear(" ".join(found.risk.why), can_compute=False)
            self._view.set_risk(found.risk)
        else:
            self._view.show(
                found.mesh,
                found.risk,
                coarse=found.coarse,
                defaced=found.defaced,
                defaced_coarse=found.defaced_coarse,
                defaced_risk=found.defaced_risk,
            )

    def _show_risk(self) -> None:
        if self._series is not None and (risk := self._risk(self._series.series_uid)):
            self._view.set_risk(risk)

    def _risk(self, series_uid: str) -> FaceRisk | None:
        session = self._controller.session
        risks = session.scan.risks if session else ()
        return next((each for each in risks if each.series_uid == series_uid), None)
