"""Connects what the reviewer does in one panel to what the others show."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QSizePolicy, QToolButton

from viewer.dicom import FrameReader
from viewer.gui import recolouring
from viewer.gui.actions import Actions
from viewer.gui.auditing import Auditing
from viewer.gui.commands import Commands
from viewer.gui.dialogs import telling
from viewer.gui.evidence_preview import EvidencePreview
from viewer.gui.exporting import Exporting
from viewer.gui.face_preview import FacePreview
from viewer.gui.header_preview import HeaderPreview
from viewer.gui.jobs import Jobs
from viewer.gui.language import tr
from viewer.gui.main_window import MainWindow
from viewer.gui.opening import Opening
from viewer.gui.pictures import Pictures
from viewer.gui.review_controller import ReviewController
from viewer.gui.second_look import SecondLook
from viewer.gui.studies import Studies
from viewer.gui.view_state import ViewState
from viewer.model import Area, AttributePath, Loaded, Series, Source
from viewer.profile import list_profiles
from viewer.review import SessionStore


class Desk(QObject):
    """Everything of one window; ``close`` ends it."""

    def __init__(self, store: SessionStore | None, profile: str) -> None:
        super().__init__()
        self.jobs = Jobs(self)
        self.controller = ReviewController(store, self)
        self.view = ViewState(self)
        self.auditing = Auditing(self.controller, self.view)
        self.studies = Studies(self.controller)
        self.window = MainWindow(self.controller, self.view, self.jobs, self.studies)
        self._slice_reader, self._reader = FrameReader(), FrameReader()
        self.opening = Opening(self.jobs, self.controller, profile)
        self.second_look = SecondLook(self.jobs, self.controller)
        self.exporting = Exporting(self.jobs, self.controller, self.view, self.studies)
        self.pictures = Pictures(self.jobs, self.controller, self._reader)
        self.header = HeaderPreview(self.window.header, self.jobs, self.controller, self._reader)
        self.face = FacePreview(self.window.face, self.jobs, self.controller)
        self.evidence = EvidencePreview(
            self.window.evidence, self.jobs, self.controller, self._reader
        )
        self.commands = Commands(
            self.window,
            self.controller,
            self.view,
            self.opening,
            self.second_look,
            self.exporting,
            self.studies,
        )
        self.actions = Actions(self.window, self.commands)
        self.window.fill_profiles(list_profiles(), profile)
        reader = self._slice_reader
        self.jobs.start("decoder", lambda _: reader.start(), lambda _: None, failed=lambda _: None)
        self._add_buttons()
        self._connect_stages()
        self._connect_slices()
        self._connect_header()

    def _add_buttons(self) -> None:
        for action, row, column in self.actions.buttons():
            button = QToolButton()
            button.setDefaultAction(action)
            button.setProperty("framed", "true")
            style = Qt.ToolButtonStyle
            button.setToolButtonStyle(
                style.ToolButtonTextOnly if row else style.ToolButtonTextBesideIcon
            )
            button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
            action.visibleChanged.connect(lambda a=action, b=button: b.setVisible(a.isVisible()))
            self.window.findings.detail.buttons.addWidget(button, row, column)
            button.setVisible(action.isVisible())

    def _connect_stages(self) -> None:
        window, controller = self.window, self.controller
        controller.changed.connect(self.actions.refresh)
        controller.refused.connect(window.say)
        self.auditing.failed.connect(window.say)
        self.view.finding_changed.connect(lambda _: self.actions.refresh())
        self.jobs.crashed.connect(self._crashed)
        self.opening.failed.connect(window.say)
        self.opening.failed.connect(lambda _: window.show_desk(on=controller.session is not None))
        self.opening.glimpsed.connect(self._glimpsed)
        self.opening.loaded.connect(self._loaded)
        window.dropped.connect(self.opening.open)
        window.profile_chosen.connect(self._profile_chosen)
        window.closing.connect(self.close)
        window.status.scan_wanted.connect(self.commands.scan)
        self.second_look.done.connect(self._looked_again)
        recolouring.follow(window, self.actions.refresh_icons)
        recolouring.follow(window.empty, window.empty.refresh_icons)
        window.empty.folder_clicked.connect(self.commands.open_folder)
        window.empty.files_clicked.connect(self.commands.open_files)
        window.empty.demo_clicked.connect(self.commands.open_demo)
        window.empty.recent_chosen.connect(self.commands.studies.open_again)
        self.studies.recents_changed.connect(
            lambda: window.empty.show_recents(self.studies.recents())
        )
        window.worklist.thumbnail_wanted.connect(self.pictures.want_thumbnail)
        window.findings.detail.crop_wanted.connect(self.pictures.want_crop)
        self.pictures.thumbnail.connect(window.worklist.show_thumbnail)
        self.pictures.crop.connect(window.findings.detail.show_crop)

    def _connect_slices(self) -> None:
        slices = self.window.slices
        slices.box_drawn.connect(self._drawn)
        slices.box_changed.connect(self.controller.move)
        slices.box_deleted.connect(self.controller.delete)
        slices.finding_clicked.connect(self.view.choose_finding)
        slices.position_changed.connect(lambda index, _: self._show_header(index))
        self.view.series_changed.connect(self._show_series)
        self.view.finding_changed.connect(self._show_finding)
        self.controller.changed.connect(self._mark_findings)

    def _connect_header(self) -> None:
        header = self.window.header
        header.finding_clicked.connect(self.view.choose_finding)
        header.keep_requested.connect(self._keep_attribute)
        header.remove_requested.connect(self._remove_attribute)
        self.window.tabs.currentChanged.connect(lambda _: self.header.refresh())
        self.window.tabs.currentChanged.connect(lambda _: self.face.look())
        self.window.tabs.currentChanged.connect(lambda _: self.evidence.look())
        self.window.tabs.currentChanged.connect(lambda _: self.actions.refresh())
        self.evidence.record.told.connect(self.window.say)
        self.window.evidence.history_changed.connect(self.actions.refresh)

    def close(self) -> None:
        """End jobs, decoding and the store."""
        self.jobs.shut_down()
        self.face.close()
        self.window.slices.close_reader()
        self._slice_reader.close()
        self._reader.close()
        self.controller.close()
        self.auditing.close()

    def _crashed(self, error: BaseException) -> None:
        telling.crash(error, self.window).open()

    def _looked_again(self, new: int) -> None:
        found = tr("{0} new findings").format(new) if new else tr("nothing new")
        self.window.say(tr("A thorough look at the pixels found {0}.").format(found))

    def _profile_chosen(self, name: str) -> None:
        self.opening.profile = name
        if self.controller.session is not None:
            self.controller.set_profile(name)
            self.opening.scan()

    def _glimpsed(self, series: Series) -> None:
        self.window.show_desk(on=True)
        self.window.slices.glimpse(series, self._slice_reader)

    def _loaded(self, loaded: Loaded) -> None:
        self.studies.opened(self.opening.places, loaded)
        self.view.series_uid = ""
        self.view.choose_finding("")
        for series in loaded.series():
            self.view.choose_series(series.series_uid)
            break
        if loaded.unreadable:
            self.window.say(
                tr("{0} files could not be read: see File, Problems").format(len(loaded.unreadable))
            )
        elif loaded.warnings:
            self.window.say(loaded.warnings[0])

    def _series(self) -> Series | None:
        session = self.controller.session
        return session.series(self.view.series_uid) if session else None

    def _show_series(self, _uid: str) -> None:
        series = self._series()
        if series is None:
            return
        self.window.slices.set_series(series, self._slice_reader)
        self._mark_findings()
        self._show_header(0)
        self.face.show(series)
        self.evidence.show(series)

    def _show_header(self, index: int) -> None:
        self.header.show(self._series(), index)

    def _mark_findings(self) -> None:
        uid = self.view.series_uid
        here = [each for each in self.controller.findings if each.location.series_uid == uid]
        self.window.slices.set_findings(here, self.controller.decisions())

    def _show_finding(self, finding_id: str) -> None:
        session = self.controller.session
        finding = session.finding(finding_id) if session else None
        if finding is None:
            self.window.slices.select("")
            return
        self.view.choose_series(finding.location.series_uid)
        self.window.slices.select(finding_id if finding.location.box else "")
        if finding.location.attribute is not None:
            self.window.header.select(finding.location.attribute)

    def _drawn(self, area: Area, source: Source, frame: int) -> None:
        made = self.controller.draw(area, source, frame)
        if made:
            self.window.slices.set_tool("select")
            self.view.choose_finding(made)

    def _keep_attribute(self, path: AttributePath) -> None:
        found = self.header.finding_at(path)
        if found is not None:
            self.commands.ask_to_keep(found)
        else:
            self.window.say(tr("Nothing is proposed for this attribute: it stays as it is."))

    def _remove_attribute(self, path: AttributePath) -> None:
        found = self.header.finding_at(path)
        if found is not None:
            self.controller.accept(found.id)
        else:
            self.window.say(tr("Nothing identifying was found in this attribute."))
