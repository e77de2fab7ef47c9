"""What the menu entries of a second reviewer do: agree, object, take it back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from viewer.gui.dialogs.asking import ReasonDialog
from viewer.gui.item_models import wording
from viewer.gui.language import tr
from viewer.review import Standing

if TYPE_CHECKING:
    from viewer.gui.commands import Commands

_WHY = tr("The first reviewer reads it: say what should be decided instead.")


class SecondOpinion:
    """Speaks about the finding or group on view, and goes on to the next."""

    def __init__(self, commands: Commands) -> None:
        self._commands = commands

    def is_wanted(self) -> bool:
        """Whether the profile asks for a second reviewer, or one has said something."""
        return self._commands.controller.is_second_wanted

    def can_say(self) -> bool:
        """Whether somebody else decided about what is on view."""
        return not self._commands.controller.others().isdisjoint(self._chosen())

    def has_waiting(self) -> bool:
        """Whether anything waits for whoever is there."""
        return bool(self._commands.controller.waiting())

    def has_said(self) -> bool:
        """Whether anything was said about what is on view."""
        session = self._commands.controller.session
        said = session.state.opinions if session else {}
        return any(each in said for each in self._chosen())

    def agree(self) -> None:
        """Agree, and go on."""
        self._commands.controller.agree(self._chosen())
        self._commands.next_undecided()

    def agree_with_all(self) -> None:
        """Agree with everything nobody has said anything about."""
        self._commands.controller.agree(each.id for each in self._commands.controller.waiting())

    def object(self) -> None:
        """Ask why not, and object."""
        chosen, found = self._chosen(), self._commands.finding()
        dialog = ReasonDialog(
            wording.title(found) if found else self._commands.view.group_title,
            self._commands.window,
            title=tr("Object"),
            question=tr("What is wrong with this decision?"),
            ok=tr("Object"),
        )
        dialog.text.setPlaceholderText(_WHY)
        dialog.accepted.connect(
            lambda: self._commands.controller.object_to(chosen, dialog.reason())
        )
        dialog.open()

    def take_back(self) -> None:
        """Forget what whoever is there said about this."""
        self._commands.controller.take_back(self._chosen())

    def nothing_left(self) -> str:
        """What is said when there is nothing to do for whoever is there."""
        waits = Standing.WAITING in self._commands.controller.standings().values()
        if waits and self._commands.controller.needs_two:
            return tr("Everything is decided. Now a second reviewer has to agree.")
        return tr("Everything is decided.")

    def _chosen(self) -> tuple[str, ...]:
        view = self._commands.view
        return view.group_ids or ((view.finding_id,) if view.finding_id else ())
