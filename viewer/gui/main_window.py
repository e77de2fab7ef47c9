"""The main window: hosts the panels, builds menus and tool bar from the actions; no logic."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QAction, QCloseEvent, QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import (
    QComboBox,
    QMainWindow,
    QMenu,
    QPushButton,
    QSizePolicy,
    QSplitter,
    QStackedWidget,
    QTabWidget,
    QToolBar,
    QWidget,
)

from viewer.gui.evidence_view import EvidenceView
from viewer.gui.face_view import FaceView
from viewer.gui.header_view import HeaderView
from viewer.gui.jobs import Jobs
from viewer.gui.language import tr
from viewer.gui.panels.empty_panel import EmptyPanel
from viewer.gui.panels.findings_panel import FindingsPanel
from viewer.gui.panels.plain_label import narrow_label
from viewer.gui.panels.status_panel import StatusPanel
from viewer.gui.panels.worklist_panel import WorklistPanel
from viewer.gui.review_controller import ReviewController
from viewer.gui.slice_view import SliceView, keys
from viewer.gui.studies import Studies
from viewer.gui.view_state import ViewState
from viewer.profile import Profile

_SIZES = (235, 680, 365)
_HEADER_WIDTHS = (118, 165, 40, 170, 170)
_TABS_LEAST = 480


class MainWindow(QMainWindow):
    """``dropped`` carries paths, ``profile_chosen`` a name, ``closing`` comes before the end."""

    dropped = Signal(list)
    profile_chosen = Signal(str)
    closing = Signal()

    def __init__(
        self, controller: ReviewController, view: ViewState, jobs: Jobs, studies: Studies
    ) -> None:
        super().__init__()
        self.setWindowTitle("Scanveil")  # never a value: titles are seen by other programs
        self.setAcceptDrops(True)
        self.resize(1280, 800)
        self.worklist = WorklistPanel(controller, view, studies)
        self.findings = FindingsPanel(controller, view)
        self.slices, self.header, self.face = SliceView(), HeaderView(), FaceView()
        self.evidence = EvidenceView()
        self.empty = EmptyPanel()
        self._fit_views()
        self.tabs = self._tabs()
        self.profiles = QComboBox()
        self.notice = narrow_label()
        self._pages = QStackedWidget()
        self._pages.addWidget(self.empty)
        self._pages.addWidget(self._desk())
        self.setCentralWidget(self._pages)
        self.status = StatusPanel(jobs, controller)
        self.setStatusBar(self.status)
        self._bar = self._tool_bar()
        controller.opened.connect(lambda: self.show_desk(on=True))

    def _tabs(self) -> QTabWidget:
        tabs = QTabWidget()
        tabs.setDocumentMode(True)
        tabs.tabBar().setDrawBase(False)
        tabs.setMinimumWidth(_TABS_LEAST)
        tabs.addTab(self.slices, tr("Slices"))
        tabs.addTab(self.header, tr("Header"))
        tabs.addTab(self.face, tr("Face"))
        tabs.addTab(self.evidence, tr("Evidence"))
        for named in (tabs, tabs.tabBar()):
            named.setAccessibleName(tr("Views of the chosen series"))
        keys.hold_everywhere(self.slices)
        tabs.currentChanged.connect(self._focus_view)
        return tabs

    def _focus_view(self, number: int) -> None:
        """Else Qt would hand the keyboard to the search, and keys that decide would be typed."""
        if self.tabs.tabBar().hasFocus():
            return
        views = (self.slices.canvas, self.header.tree, self.face.stage, self.evidence.signs.list)
        wanted = views[number]
        (wanted if wanted.isVisible() else self.findings.tree).setFocus()

    def _fit_views(self) -> None:
        """At 1280 pixels before and after stand side by side."""
        for column, width in enumerate(_HEADER_WIDTHS):
            self.header.tree.setColumnWidth(column, width)

    def _desk(self) -> QSplitter:
        desk = self._parts = QSplitter(Qt.Orientation.Horizontal)
        for number, part in enumerate((self.worklist, self.tabs, self.findings)):
            desk.addWidget(part)
            desk.setStretchFactor(number, 1 if part is self.tabs else 0)
        desk.setSizes(list(_SIZES))
        desk.setChildrenCollapsible(False)
        self.worklist.setMinimumWidth(200)
        self.findings.setMinimumWidth(340)
        return desk

    def show_desk(self, *, on: bool) -> None:
        """The panels, or the page that says how to begin."""
        if on and self._pages.currentIndex() == 0:
            self._pages.setCurrentIndex(1)
            self.worklist.tree.setFocus()  # else Qt would choose the search for what is typed
        elif not on:
            self._pages.setCurrentIndex(0)

    def splitters(self) -> dict[str, QSplitter]:
        """What divides the window, by a name for remembering it."""
        return {"desk": self._parts, "findings": self.findings.parts}

    def _tool_bar(self) -> QToolBar:
        bar = QToolBar(tr("Main"))
        bar.setMovable(False)
        bar.setContextMenuPolicy(Qt.ContextMenuPolicy.PreventContextMenu)
        bar.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.addToolBar(bar)
        return bar

    def fill_menus(self, actions: Iterable[tuple[str, QAction | None]]) -> None:
        """Menus by name, in order; None is a separator."""
        menus: dict[str, QMenu] = {}
        for name, action in actions:
            menu = menus.get(name) or menus.setdefault(name, self.menuBar().addMenu(f"&{tr(name)}"))
            if action is None:
                menu.addSeparator()
            else:
                menu.addAction(action)

    def fill_tool_bar(self, left: Iterable[QAction], right: QAction) -> None:
        """Actions, then the profile, then what ends the work."""
        for action in left:
            self._bar.addAction(action)
        self._bar.addSeparator()
        label = narrow_label(tr("Profile"))
        label.setProperty("role", "muted")
        label.setBuddy(self.profiles)
        label.setContentsMargins(8, 0, 4, 0)
        self._bar.addWidget(label)
        self.profiles.setAccessibleName(tr("De-identification profile"))
        self.profiles.activated.connect(lambda _: self._profile_chosen())
        self._bar.addWidget(self.profiles)
        gap = QWidget()
        gap.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self._bar.addWidget(gap)
        self._bar.addWidget(self.notice)
        button = QPushButton(right.text())
        button.setProperty("primary", "true")
        button.setToolTip(right.toolTip())
        button.clicked.connect(right.trigger)
        right.enabledChanged.connect(button.setEnabled)
        self._bar.addWidget(button)

    def fill_profiles(self, profiles: Iterable[Profile], chosen: str) -> None:
        """The profiles to choose from, instead of those before."""
        self.profiles.clear()
        for each in profiles:
            self.profiles.addItem(each.title, each.name)
            last = self.profiles.count() - 1
            self.profiles.setItemData(last, each.description, Qt.ItemDataRole.ToolTipRole)
        self.profiles.setCurrentIndex(max(0, self.profiles.findData(chosen)))

    def choose_profile(self, name: str) -> None:
        """Choose a profile as if by hand."""
        self.profiles.setCurrentIndex(max(0, self.profiles.findData(name)))
        self._profile_chosen()

    def say(self, text: str, seconds: int = 8) -> None:
        """Notify rather than interrupt: a sentence that goes away."""
        self.notice.setText(text)
        self.notice.setToolTip(text)
        self.notice.setTextFormat(Qt.TextFormat.PlainText)
        self.notice.setProperty("role", "warning")
        QTimer.singleShot(seconds * 1000, self.notice, lambda: self._unsay(text))

    def _unsay(self, text: str) -> None:
        if self.notice.text() == text:
            self.notice.clear()

    def _profile_chosen(self) -> None:
        self.profile_chosen.emit(str(self.profiles.currentData()))

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Files and folders are welcome."""
        if any(each.isLocalFile() for each in event.mimeData().urls()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Open what was dropped."""
        found = [Path(each.toLocalFile()) for each in event.mimeData().urls() if each.isLocalFile()]
        event.acceptProposedAction()
        self.dropped.emit(found)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Let the parts come to an end first."""
        self.hide()
        self.closing.emit()
        super().closeEvent(event)
