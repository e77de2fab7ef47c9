"""What menu entries, buttons and keys do; questions are asked here, decisions made elsewhere."""

from __future__ import annotations

import tempfile
from pathlib import Path

from viewer import review
from viewer.gui.dialogs import choosing, telling
from viewer.gui.dialogs.asking import ActionDialog, ReasonDialog
from viewer.gui.dialogs.handbook import HandbookDialog
from viewer.gui.dialogs.history import HistoryDialog
from viewer.gui.exporting import Exporting
from viewer.gui.face_view import keys as face_keys
from viewer.gui.item_models import wording
from viewer.gui.item_models.arranging import next_open
from viewer.gui.language import tr
from viewer.gui.main_window import MainWindow
from viewer.gui.marking import Marking
from viewer.gui.opening import Opening
from viewer.gui.owner_commands import OwnerCommands
from viewer.gui.profile_editor import ProfileEditor
from viewer.gui.review_controller import ReviewController
from viewer.gui.second_look import SecondLook
from viewer.gui.second_opinion import SecondOpinion
from viewer.gui.slice_view import keys
from viewer.gui.stepping import Stepping
from viewer.gui.studies import Studies
from viewer.gui.study_commands import StudyCommands
from viewer.gui.view_state import ViewState
from viewer.model import Finding
from viewer.profile import list_profiles

_DECISIONS = tr("Decisions (*.json)")


class Commands:
    """One method per action; ``actions`` says which."""

    def __init__(
        self,
        window: MainWindow,
        controller: ReviewController,
        view: ViewState,
        opening: Opening,
        second_look: SecondLook,
        exporting: Exporting,
        studies: Studies,
    ) -> None:
        self.window, self.controller, self.view = window, controller, view
        self.opening, self.second_look, self.exporting = opening, second_look, exporting
        self.steps = Stepping(window, controller)
        self.owner = OwnerCommands(window)
        self.marks = Marking(self)
        self.second = SecondOpinion(self)
        self.studies = StudyCommands(self, studies)
        self.shortcut_rows: list[tuple[str, str]] = []

    # -- enabled when

    def is_open(self) -> bool:
        """Whether studies are open."""
        return self.controller.session is not None

    def finding(self) -> Finding | None:
        """The finding on view."""
        session = self.controller.session
        return session.finding(self.view.finding_id) if session else None

    def can_decide(self) -> bool:
        """Whether a finding or a group is on view that this window may decide about."""
        is_chosen = self.finding() is not None or bool(self.view.group_ids)
        return is_chosen and not self.controller.is_read_only

    def can_change(self) -> bool:
        """Whether one finding is on view that this window may decide about."""
        return self.finding() is not None and not self.controller.is_read_only

    def is_decided(self) -> bool:
        """Whether the finding, or anything of the group, on view has a decision."""
        chosen = self.view.group_ids or (self.view.finding_id,)
        decided = self.controller.decisions()
        return self.can_decide() and any(each in decided for each in chosen)

    def has_box(self) -> bool:
        """Whether the finding on view is a box."""
        found = self.finding()
        return self.can_decide() and found is not None and found.location.box is not None

    def is_manual(self) -> bool:
        """Whether the finding on view was drawn by hand."""
        session = self.controller.session
        return self.can_decide() and session is not None and session.is_manual(self.view.finding_id)

    def is_scanned(self) -> bool:
        """Whether everything was looked at once."""
        return self.controller.is_complete

    def has_problems(self) -> bool:
        """Whether anything could not be read."""
        session = self.controller.session
        return session is not None and bool(
            session.loaded.unreadable or session.loaded.skipped or session.loaded.warnings
        )

    # -- file

    def open_folder(self) -> None:
        """Ask for a folder and open it."""
        choosing.ask_folder(self.window, tr("Open folder"), lambda path: self.opening.open([path]))

    def open_files(self) -> None:
        """Ask for files and open them."""
        choosing.ask_files(self.window, tr("Open files, DICOMDIR or zip"), self.opening.open)

    def open_demo(self) -> None:
        """Build and open the synthetic study."""
        self.opening.open_demo(Path(tempfile.mkdtemp(prefix="scanveil-demo-")) / "study")

    def save_decisions(self) -> None:
        """Write a file for ``clean --decisions``."""
        if session := self.controller.session:
            choosing.ask_new_file(
                self.window,
                tr("Save decisions"),
                "decisions.json",
                _DECISIONS,
                lambda path: review.write_decisions(session, path),
            )

    def load_decisions(self) -> None:
        """Take over decisions that were saved before."""
        choosing.ask_file(self.window, tr("Load decisions"), _DECISIONS, self._load_decisions)

    def _load_decisions(self, path: Path) -> None:
        taken = self.controller.load_decisions(path)
        self.window.say(
            tr("{0} of the file fit what is open.").format(wording.count(taken, "decision"))
        )

    def edit_profiles(self) -> None:
        """Show, make and change profiles; one that is used decides at once about what is open."""
        window, chosen = self.window, self.opening.profile
        editor = ProfileEditor(chosen, window)
        editor.saved.connect(lambda: window.fill_profiles(list_profiles(), self.opening.profile))
        editor.used.connect(window.choose_profile)
        editor.open()

    def export(self) -> None:
        """Ask where to, and export; signing takes the keys."""
        if self.owner.may_export():
            self.exporting.ask(self.window)

    def verify(self) -> None:
        """Check an export that somebody gave, without any vault."""
        self.exporting.check(self.window)

    def problems(self) -> None:
        """Show what could not be read."""
        if self.controller.session:
            telling.problems(self.controller.session.loaded, self.window).open()

    # -- review

    def accept(self) -> None:
        """Accept the finding or the group, and go to what is undecided next."""
        if self.view.group_ids:
            self.controller.accept_group(self.view.group_ids)
        else:
            self.controller.accept(self.view.finding_id)
        self.next_undecided()

    def change(self) -> None:
        """Ask what else to do."""
        if found := self.finding():
            dialog = ActionDialog(found, self.window)
            dialog.accepted.connect(lambda: self.controller.change(found.id, dialog.action()))
            dialog.open()

    def keep(self) -> None:
        """Ask for the reason, and keep."""
        if found := self.finding():
            self.ask_to_keep(found)
        elif ids := self.view.group_ids:
            dialog = ReasonDialog(self.view.group_title, self.window)
            dialog.accepted.connect(lambda: self.controller.keep_group(ids, dialog.reason()))
            dialog.open()

    def ask_to_keep(self, found: Finding) -> None:
        """Ask for the reason to keep a finding."""
        dialog = ReasonDialog(wording.title(found), self.window)
        dialog.accepted.connect(lambda: self.controller.keep(found.id, dialog.reason()))
        dialog.open()

    def reopen(self) -> None:
        """Make the finding or the group undecided again."""
        if self.view.group_ids:
            self.controller.reopen_group(self.view.group_ids)
        else:
            self.controller.reopen(self.view.finding_id)

    def next_undecided(self) -> None:
        """Go to the next undecided finding, round the end."""
        self._go_undecided(backwards=False)

    def previous_undecided(self) -> None:
        """Go to the undecided finding before."""
        self._go_undecided(backwards=True)

    def accept_group(self) -> None:
        """Accept what is proposed for the group on view."""
        self.controller.accept_group(self.window.findings.current_group())
        self.next_undecided()

    def has_same_value(self) -> bool:
        """Whether more than the finding on view holds its value and is undecided."""
        return self.can_change() and len(self.controller.same_value(self.view.finding_id)) > 1

    def accept_same_value(self) -> None:
        """Accept what is proposed wherever this value stands."""
        self.controller.accept_group(self.controller.same_value(self.view.finding_id))
        self.next_undecided()

    def keep_same_value(self) -> None:
        """Ask for one reason, and keep this value wherever it is undecided."""
        found = self.finding()
        ids = self.controller.same_value(self.view.finding_id)
        if found and ids:
            dialog = ReasonDialog(tr("{0}, everywhere").format(wording.title(found)), self.window)
            dialog.accepted.connect(lambda: self.controller.keep_group(ids, dialog.reason()))
            dialog.open()

    def history(self) -> None:
        """Show all steps, to go to one of them."""
        HistoryDialog(self.controller, self.window).show()

    def accept_all(self) -> None:
        """Accept what is proposed for everything that is undecided."""
        self.controller.accept_group(each.id for each in self.controller.findings)

    def scan(self) -> None:
        """Look again."""
        self.opening.scan()

    def look_thoroughly(self) -> None:
        """Look at every frame by itself."""
        self.second_look.start()

    def show_tab(self, number: int) -> None:
        """Slices, header, face or evidence."""
        self.window.tabs.setCurrentIndex(number)

    def search(self) -> None:
        """Go to the search of the findings."""
        self.window.findings.search.setFocus()

    def next_series(self, step: int = 1) -> None:
        """Go to the next series of the worklist."""
        uids = self.window.worklist.series_uids()
        if self.view.series_uid in uids:
            self.view.choose_series(uids[(uids.index(self.view.series_uid) + step) % len(uids)])

    def handbook(self) -> None:
        """Open the pages that explain the program."""
        HandbookDialog(self.window).show()

    def shortcuts(self) -> None:
        """All keys."""
        telling.shortcuts([*self.shortcut_rows, *keys.SHEET, *face_keys.SHEET], self.window).open()

    def about(self) -> None:
        """What the program is."""
        telling.about(self.window).open()

    def _go_undecided(self, *, backwards: bool) -> None:
        session = self.controller.session
        if session is None:
            return
        chosen = self.view.group_ids or (self.view.finding_id,)
        to_do = self.controller.to_do()
        found = next_open(self.window.findings.stops(), chosen, to_do, backwards)
        if found:
            self.window.findings.go_to(found)
        elif not to_do:
            self.window.say(self.second.nothing_left())
        elif self.window.findings.shows_one_study() and self.studies.next_to_do():
            return
        else:
            self.window.say(tr("What is left is hidden by the search or the filters."))
