"""Areas marked by hand: the tools, and taking a mark to further images and series."""

from __future__ import annotations

from typing import TYPE_CHECKING

from viewer.gui.dialogs.range_dialog import RangeDialog
from viewer.gui.slice_view.positions import flat

if TYPE_CHECKING:
    from viewer.gui.commands import Commands


class Marking:
    """What the menu entries about boxes and other areas do."""

    def __init__(self, commands: Commands) -> None:
        self._commands = commands

    def draw(self, tool: str) -> None:
        """Go to the slices and draw with a tool of ``slice_view.tool_strip``."""
        window = self._commands.window
        window.tabs.setCurrentWidget(window.slices)
        window.slices.set_tool(tool)
        window.slices.setFocus()

    def to_all_frames(self) -> None:
        """Blank it in every frame."""
        self._commands.controller.to_all_frames(self._commands.view.finding_id)

    def to_series(self) -> None:
        """Blank it in the whole series."""
        self._commands.controller.to_series(self._commands.view.finding_id)

    def to_alike(self) -> None:
        """Blank it in every other series of the same geometry."""
        self._commands.controller.to_alike(self._commands.view.finding_id)

    def to_range(self) -> None:
        """Ask from which image to which, and blank it there."""
        controller, window = self._commands.controller, self._commands.window
        found, session = self._commands.finding(), controller.session
        series = session.series(found.location.series_uid) if session and found else None
        if series is None or found is None:
            return
        places = flat(series)
        here = places.index(window.slices.current()) if places else 0
        dialog = RangeDialog(here, len(places), window)
        dialog.accepted.connect(lambda: controller.to_range(found.id, *dialog.chosen()))
        dialog.open()

    def delete(self) -> None:
        """Delete the mark drawn by hand."""
        self._commands.controller.delete(self._commands.view.finding_id)
