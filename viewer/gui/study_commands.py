"""What the menu entries about whole studies do: the next one, searching, opening again."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from viewer.gui.dialogs.recent_dialog import RecentDialog
from viewer.gui.item_models.arranging import next_open
from viewer.gui.language import tr
from viewer.gui.studies import Studies
from viewer.gui.summary import SummaryDialog, facts_of
from viewer.profile import load_profile

if TYPE_CHECKING:
    from viewer.gui.commands import Commands


class StudyCommands:
    """Goes from study to study; ``studies`` knows how each stands."""

    def __init__(self, commands: Commands, studies: Studies) -> None:
        self._commands, self.studies = commands, studies

    def has_many(self) -> bool:
        """Whether there is more than one study to go to."""
        return len(self.studies.progress) > 1

    def search(self) -> None:
        """Go to the search of the worklist."""
        self._commands.window.worklist.search.setFocus()
        self._commands.window.worklist.search.selectAll()

    def next_to_do(self) -> bool:
        """Go to the next study that needs work, and to what is undecided in it."""
        here = self._here()
        found = self.studies.next_to_do(here)
        if not found or found == here:
            done = (
                tr("Nothing else needs work.") if found else tr("Every study is ready or exported.")
            )
            self._commands.window.say(done)
            return False
        self._show(found)
        window = self._commands.window
        window.findings.show_study()
        to_do = self._commands.controller.to_do()
        stop = next_open(window.findings.stops(), (), to_do)
        if stop:
            window.findings.go_to(stop)
        return True

    def summary(self) -> None:
        """Show what was found where in the study on view and in all, to be saved."""
        session = self._commands.controller.session
        if session is None:
            return
        uids = [each.study_uid for each in session.loaded.studies()]
        here = uids.index(self._here()) if self._here() in uids else 0
        facts = facts_of(session, self.studies.progress)
        profile = load_profile(session.profile)
        words = f"{profile.title} {profile.version}"
        SummaryDialog(facts, here, words, self._commands.window).show()

    def recent(self) -> None:
        """Show what was opened lately, to open it again."""
        dialog = RecentDialog(self.studies, self._commands.window)
        dialog.chosen.connect(self.open_again)
        dialog.open()

    def open_again(self, places: tuple[str, ...]) -> None:
        """Open what was opened lately."""
        self._commands.opening.open([Path(each) for each in places])

    def _here(self) -> str:
        session = self._commands.controller.session
        return session.study_uid(self._commands.view.series_uid) if session else ""

    def _show(self, study_uid: str) -> None:
        session = self._commands.controller.session
        for series in session.loaded.series() if session else ():
            if series.study_uid == study_uid:
                self._commands.view.choose_series(series.series_uid)
                return
