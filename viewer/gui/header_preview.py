"""Feeds the header view: the instance on the screen, before and after cleaning."""

from __future__ import annotations

from pydicom import Dataset
from PySide6.QtCore import QObject, QTimer

from viewer.dicom import FrameReader, read_dataset
from viewer.gui import stages
from viewer.gui.header_view import HeaderView
from viewer.gui.jobs import Jobs
from viewer.gui.review_controller import ReviewController
from viewer.gui.stages import Person
from viewer.model import AttributePath, Finding, Instance, Patient, Progress, Series, Source

_PAUSE_MS = 200


class HeaderPreview(QObject):
    """Cleans the header on show with the decisions so far, a moment after they change."""

    def __init__(
        self, view: HeaderView, jobs: Jobs, controller: ReviewController, reader: FrameReader
    ) -> None:
        super().__init__(jobs)
        self._view, self._jobs, self._controller, self._reader = view, jobs, controller, reader
        self._people: dict[str, Person] = {}
        self._place: tuple[Series, int] | None = None
        self._shown: Source | None = None
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE_MS)
        self._pause.timeout.connect(self._start)
        controller.changed.connect(self.refresh)
        controller.opened.connect(self._forget)

    def show(self, series: Series | None, instance_index: int) -> None:
        """Show the header of an instance of a series."""
        self._place = (series, instance_index) if series and series.instances else None
        self.refresh()

    def refresh(self) -> None:
        """Clean again soon, if anybody looks."""
        if self._view.isVisible():
            self._pause.start()

    def findings_here(self) -> list[Finding]:
        """Findings that hold for the instance on show."""
        instance = self._instance()
        if instance is None:
            return []
        found = self._controller.findings
        return [each for each in found if instance.source in each.location.sources]

    def finding_at(self, path: AttributePath) -> Finding | None:
        """The finding of an attribute of the instance on show."""
        places = ((each, each.location.attribute) for each in self.findings_here())
        return next((each for each, at in places if at and at.matches(path)), None)

    def _forget(self) -> None:
        self._people.clear()
        self._place = self._shown = None
        self._view.clear()

    def _instance(self) -> Instance | None:
        if self._place is None:
            return None
        series, index = self._place
        return series.instances[min(index, len(series.instances) - 1)]

    def _start(self) -> None:
        session, instance = self._controller.session, self._instance()
        if session is None or instance is None or self._place is None:
            return
        series = self._place[0]
        patient = next(p for p in session.loaded.patients if any(
            s.study_uid == series.study_uid for s in p.studies))  # fmt: skip
        result, decisions = session.result, session.decisions()

        def work(progress: Progress) -> tuple[Dataset, Dataset | None]:
            before = read_dataset(instance.source, pixels=False)
            plan = stages.plan_of(series, result, decisions, instance.source)
            who = self._person(patient, progress)
            after = stages.cleaned_header(plan, who, session.profile, series, self._reader)
            return before, after

        if instance.source != self._shown:
            self._show_before(instance.source)  # at once; what it becomes follows
        self._jobs.start("header", work, self._show_both, failed=lambda _: None)

    def _person(self, patient: Patient, progress: Progress) -> Person:
        if patient.key not in self._people:
            self._people[patient.key] = stages.person(patient, progress)
        return self._people[patient.key]

    def _show_both(self, both: tuple[Dataset, Dataset | None]) -> None:
        self._jobs.cancel("header before")
        self._show(both)

    def _show(self, both: tuple[Dataset, Dataset | None]) -> None:
        decisions = self._controller.decisions()
        self._view.show_instance(*both, self.findings_here(), decisions)

    def _show_before(self, source: Source) -> None:
        def work(_: Progress) -> tuple[Dataset, None]:
            return read_dataset(source, pixels=False), None

        self._shown = source
        self._jobs.start("header before", work, self._show, failed=lambda _: self._view.clear())
