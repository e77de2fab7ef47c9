"""Feeds the header view: the instance on the screen, before and after cleaning."""

from __future__ import annotations

import threading
from dataclasses import dataclass

from pydicom import Dataset
from PySide6.QtCore import QObject, QTimer

from viewer.clean import CleanedInstance
from viewer.dicom import FrameReader, read_dataset
from viewer.gui import stages
from viewer.gui.header_view import HeaderView, Rules
from viewer.gui.jobs import Jobs
from viewer.gui.language import tr
from viewer.gui.review_controller import ReviewController
from viewer.gui.stages import Person
from viewer.model import AttributePath, Finding, Instance, Loaded, Patient, Progress, Series, Source
from viewer.profile import load_profile

_PAUSE_MS = 100


@dataclass(frozen=True, slots=True)
class _Shown:
    """What the view gets; ``after`` is None while cleaning is still under way."""

    before: Dataset
    rules: Rules
    after: Dataset | None = None


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
        self._series: Series | None = None  # of what is shown
        self._getting_to_know = threading.Lock()
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
            self._put_away()
            self._pause.start()

    def _put_away(self) -> None:
        """Reading may take a while, and the header of another series must not stay meanwhile."""
        series = self._place[0] if self._place else None
        if self._shown is None or series is None or series is self._series:
            return
        self._jobs.cancel("header before")
        self._jobs.cancel("header")
        self._shown = None
        self._view.clear(tr("Reading…"))

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
        self._people = {}
        self._prepare()
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
        series, patient = self._place[0], patient_of(session.loaded, instance)
        result, decisions = session.result, session.decisions()

        def work(progress: Progress) -> _Shown:
            before = read_dataset(instance.source, pixels=False)
            plan = stages.plan_of(series, result, decisions, instance.source)
            who = self._person(patient, progress)
            done = stages.cleaned_header(plan, who, session.profile, series, self._reader)
            return _Shown(before, _rules(session.profile, before, done), done.dataset)

        if instance.source != self._shown:  # at once; what it becomes follows
            self._show_before(instance.source, series, session.profile)
        self._jobs.start("header", work, self._show_both, failed=lambda _: None)

    def _prepare(self) -> None:
        """Get to know the first patient before anybody looks at a header: it takes a while."""
        session = self._controller.session
        if session is None or not session.loaded.patients:
            return
        patient = session.loaded.patients[0]

        def work(progress: Progress) -> None:
            self._person(patient, progress)
            stages.get_ready_to_clean()

        self._jobs.start("header person", work, lambda _: None, failed=lambda _: None)

    def _person(self, patient: Patient, progress: Progress) -> Person:
        people = self._people
        with self._getting_to_know:
            if patient.key not in people:
                people[patient.key] = stages.person(patient, progress)
            return people[patient.key]

    def _show_both(self, shown: _Shown) -> None:
        self._jobs.cancel("header before")
        self._show(shown)

    def _show(self, shown: _Shown) -> None:
        decisions, found = self._controller.decisions(), self.findings_here()
        self._view.show_instance(shown.before, shown.after, found, decisions, shown.rules)

    def _show_before(self, source: Source, series: Series, profile: str) -> None:
        def work(_: Progress) -> _Shown:
            before = read_dataset(source, pixels=False)
            return _Shown(before, _rules(profile, before))

        self._shown, self._series = source, series
        self._jobs.start("header before", work, self._show, failed=lambda _: self._view.clear())


def patient_of(loaded: Loaded, instance: Instance) -> Patient:
    """The patient an instance belongs to; two may share the UID of a study, or of a series."""
    return next(
        patient
        for patient in loaded.patients
        for study in patient.studies
        for series in study.series
        if series.series_uid == instance.series_uid
        and any(each.source == instance.source for each in series.instances)
    )


def _rules(profile: str, before: Dataset, done: CleanedInstance | None = None) -> Rules:
    changes = done.changes if done else ()
    return Rules(load_profile(profile), str(before.get("SOPClassUID", "")), changes)
