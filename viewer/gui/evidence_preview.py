"""Feeds the evidence page: looks when somebody looks, and shows what is known of a series."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

from PySide6.QtCore import QObject

from viewer.authenticity import AreaReport, Sign, Verdict, Word, summary
from viewer.authenticity.report_page import place_words
from viewer.dicom import FrameReader
from viewer.errors import CancelledError
from viewer.gui import evidence_stages as stages
from viewer.gui.dialogs import choosing
from viewer.gui.dialogs.asking import ReasonDialog
from viewer.gui.evidence_record import EvidenceRecord
from viewer.gui.evidence_stages import FrameEvidence, Looked
from viewer.gui.evidence_view import EvidenceView
from viewer.gui.evidence_view.panel import Marked, SlicePanel
from viewer.gui.evidence_view.plot import Plot
from viewer.gui.evidence_view.rates_dialog import RatesDialog
from viewer.gui.evidence_view.view import PLOTS
from viewer.gui.jobs import Jobs
from viewer.gui.language import tr
from viewer.gui.review_controller import ReviewController
from viewer.gui.slice_view.positions import Position, flat
from viewer.model import Box, Series

_NO_SERIES = tr("Choose a series on the left.")
_NO_IMAGES = tr("This series has no images.")
_LOOKING = tr("Looking for signs of editing. You can go on meanwhile.")
_CANCELLED = tr("Cancelled: this series was not looked at. Press Look to begin again.")


class EvidencePreview(QObject):
    """Shows the series on view; ``record`` keeps what was measured and said."""

    def __init__(
        self, view: EvidenceView, jobs: Jobs, controller: ReviewController, reader: FrameReader
    ) -> None:
        super().__init__(jobs)
        self._view, self._jobs, self._controller, self._reader = view, jobs, controller, reader
        self.record = EvidenceRecord(self)
        self.record.changed.connect(self._show_signs)
        self._series: Series | None = None
        self._positions: tuple[Position, ...] = ()
        self._index = 0
        self._tried: set[str] = set()
        view.look_requested.connect(self.look_again)
        view.compare_requested.connect(self.compare)
        view.report_requested.connect(self.ask_for_report)
        view.table_requested.connect(lambda: RatesDialog(view.window()).open())
        view.undo_requested.connect(self.record.undo)
        view.redo_requested.connect(self.record.redo)
        view.stepped.connect(lambda by: self.go(self._index + by))
        view.neighbours_toggled.connect(lambda _: self._show_frame())
        view.here.area_drawn.connect(self.check_area)
        view.signs.chosen.connect(self._go_to)
        view.signs.said.connect(self._said)
        view.signs.withdrawn.connect(self.record.withdraw)
        controller.opened.connect(self._forget)

    # -- what is shown

    def show(self, series: Series | None) -> None:
        """Show what is known of a series."""
        for key in ("evidence area", *map(_frame_key, self._view.panels)):
            self._jobs.cancel(key)  # answers about the series before
        self._series = series
        self._positions = flat(series) if series else ()
        self._index = len(self._positions) // 2
        self._view.clear("" if self._positions else _NO_IMAGES if series else _NO_SERIES)
        self.look()
        self._show_signs()

    def look(self) -> None:
        """Begin as soon as somebody looks at the page, unless it was tried before."""
        series = self._series
        if series is None or not self._positions or not self._view.isVisible():
            return
        self._show_frame()
        if series.series_uid not in self._tried:
            self.look_again()

    def look_again(self) -> None:
        """Run the checks on the series on show."""
        if self._series is not None and self._positions:
            self._start((self._series,), tr("Looking for signs of editing"))

    def compare(self) -> None:
        """Run the checks on all series, and compare them with each other."""
        session = self._controller.session
        if session is not None:
            self._start(tuple(session.loaded.series()), tr("Comparing all series"))

    def _start(self, chosen: tuple[Series, ...], text: str) -> None:
        self._tried.update(each.series_uid for each in chosen)
        self._view.signs.summary.setText(_LOOKING)
        work = partial(stages.look_for_edits, chosen)
        self._jobs.start("evidence", work, self._done, failed=self._failed, text=text)

    def _done(self, found: Mapping[str, Looked]) -> None:
        self.record.looked.update(found)
        self._show_signs()
        self._show_noise()

    def _failed(self, error: BaseException) -> None:
        text = _CANCELLED if isinstance(error, CancelledError) else str(error)
        self._view.signs.summary.setText(text)

    def _forget(self) -> None:
        self.record.clear()
        self._tried.clear()
        self._jobs.cancel("evidence")
        self.show(None)

    def _show_signs(self) -> None:
        looked = self._looked()
        if looked is not None:
            series = self.every_series()
            wheres = {each.id: place_words(each, series) for each in looked.signs}
            self._view.signs.summary.setText(summary(looked.signs))
            self._view.signs.show_signs(looked.signs, self.record.verdicts.now, wheres)
        self._view.set_history(self.record.verdicts.undo_name, self.record.verdicts.redo_name)
        self._show_marks()

    def _looked(self) -> Looked | None:
        return self.record.looked.get(self._series.series_uid) if self._series else None

    def every_series(self) -> tuple[Series, ...]:
        """All series that are open."""
        session = self._controller.session
        return tuple(session.loaded.series()) if session else ()

    # -- frames

    def go(self, index: int) -> None:
        """Show another frame."""
        if self._positions:
            index = min(max(0, index), len(self._positions) - 1)
            if index != self._index:
                self._index = index
                self._view.here.area = None
                self._view.set_area_text("")
                self._view.set_plot("area", PLOTS["area"])
                self._show_frame()

    def _go_to(self, sign_id: str) -> None:
        looked, series = self._looked(), self._series
        sign = next((each for each in looked.signs if each.id == sign_id), None) if looked else None
        if sign is None or series is None:
            return
        for index, (number, frame) in enumerate(self._positions):
            if series.instances[number].source == sign.source and frame == sign.frame:
                self.go(index)
        self._show_marks()

    def _show_frame(self) -> None:
        if not self._positions or self._series is None:
            return
        panels = [(self._view.here, self._index)]
        if self._view.neighbours.isChecked():
            panels += [(self._view.before, self._index - 1), (self._view.after, self._index + 1)]
        for panel, index in panels:
            self._load(panel, index)
        self._show_noise()
        self._show_marks()

    def _load(self, panel: SlicePanel, index: int) -> None:
        if not 0 <= index < len(self._positions) or self._series is None:
            self._jobs.cancel(_frame_key(panel))
            panel.clear(tr("There is no further slice."))
            return
        number, frame = self._positions[index]
        instance = self._series.instances[number]
        self._jobs.start(
            _frame_key(panel),
            lambda _: stages.frame_evidence(instance, frame, self._reader),
            partial(self._loaded, panel, index),
            failed=lambda error: panel.clear(str(error)),
        )

    def _loaded(self, panel: SlicePanel, index: int, found: FrameEvidence) -> None:
        number = tr("{0} of {1}").format(index + 1, len(self._positions))
        panel.show_frame(index, number, found.pixels, found.heat, found.block)
        self._show_marks()
        if panel is not self._view.here or index != self._index:
            return
        panel.set_marking(self._view.mark.isChecked())
        last = found.first_value + len(found.counts) - 1
        values = Plot(
            PLOTS["values"].title, "bars", found.counts, str(found.first_value), str(last)
        )
        self._view.set_plot("values", values)
        fine = Plot(PLOTS["spectrum"].title, "line", found.spectrum, tr("coarse"), tr("fine"))
        self._view.set_plot("spectrum", fine)

    def _show_noise(self) -> None:
        looked = self._looked()
        if looked is not None and len(looked.noise) > 1:
            ends = (tr("slice 1"), str(len(looked.noise)))
            plot = Plot(PLOTS["noise"].title, "line", looked.noise, *ends, marked=self._index)
            self._view.set_plot("noise", plot)

    def _show_marks(self) -> None:
        chosen, looked = self._view.signs.current(), self._looked()
        signs = looked.signs if looked else ()
        for panel in self._view.panels:
            panel.set_marks(self._marks(panel.index, signs, chosen))

    def _marks(self, index: int | None, signs: tuple[Sign, ...], chosen: str) -> tuple[Marked, ...]:
        if self._series is None or index is None:
            return ()
        number, frame = self._positions[index]
        here = (self._series.instances[number].source, frame)
        made = []
        for sign in signs:
            verdict = self.record.verdicts.of(sign.id)
            if verdict and verdict.word is Word.DISMISSED and sign.id != chosen:
                continue
            if sign.box and (sign.source, sign.frame) == here:
                made.append(Marked(sign.box, tr("this place")))
            twin = (
                sign.twin_source or sign.source,
                sign.twin_frame if sign.twin_source else sign.frame,
            )
            if sign.twin and twin == here:
                made.append(Marked(sign.twin, tr("its like"), is_twin=True))
        return tuple(made)

    # -- a person

    def check_area(self, area: Box) -> None:
        """Measure an area of the frame on show."""
        index = self._view.here.index
        if self._series is None or index is None:
            return
        number, frame = self._positions[index]
        instance = self._series.instances[number]
        self._view.set_area_text(tr("The area is being compared with places like it."))
        self._jobs.start(
            "evidence area",
            lambda _: stages.area_of(instance, frame, area, self._reader),
            partial(self._area_done, index),
            failed=lambda error: self._view.set_area_text(str(error)),
        )

    def _area_done(self, index: int, report: AreaReport) -> None:
        number, frame = self._positions[index]
        area = report.area
        where = tr("image {0}, frame {1}, x {2}, y {3}, {4} by {5} pixels").format(
            number + 1, frame + 1, area.x, area.y, area.width, area.height
        )
        self.record.add_area(where, report)
        if index != self._view.here.index:
            self._view.set_area_text("")
        else:
            self._view.set_area_text(report.text)
            plot = Plot(
                PLOTS["area"].title,
                "dots",
                _apart(report.distances),
                "alike",
                "unlike",
                marked=_apart((report.distance,))[0],
            )
            self._view.set_plot("area", plot)

    def _said(self, sign_id: str, word: Word) -> None:
        if not sign_id:
            return
        if word is Word.ACCEPTED:
            self.record.say(Verdict(sign_id, word))
            return
        dialog = ReasonDialog(tr("Why is this sign dismissed?"), self._view.window())
        dialog.accepted.connect(lambda: self.record.say(Verdict(sign_id, word, dialog.reason())))
        dialog.open()

    def ask_for_report(self) -> None:
        """Ask where to save the report."""
        choosing.ask_new_file(
            self._view.window(),
            tr("Save the report"),
            "evidence.html",
            tr("Page (*.html)"),
            lambda path: self.record.save_report(self.every_series(), path),
        )


def _frame_key(panel: SlicePanel) -> str:
    return f"evidence frame {panel.caption}"


def _apart(distances: tuple[float, ...]) -> tuple[float, ...]:
    """Distances as their square roots, so that near ones can be told apart."""
    return tuple(max(each, 0.0) ** 0.5 for each in distances)
