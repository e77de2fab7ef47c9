"""Before and after: keeps canvas and buttons at one opinion about the panes on show."""

from __future__ import annotations

from viewer.gui.slice_view.canvas import SliceCanvas
from viewer.gui.slice_view.panes import PLAIN, Blink, Panes
from viewer.gui.slice_view.tool_strip import ToolStrip


class Comparing:
    """What is shown side by side or in turn."""

    def __init__(self, canvas: SliceCanvas, tools: ToolStrip) -> None:
        self._canvas, self._tools, self.blink = canvas, tools, Blink(canvas)
        self.blink.shown.connect(canvas.set_panes)
        tools.panes_chosen.connect(self.show)

    @property
    def panes(self) -> Panes:
        """What is shown now, from left to right."""
        return self._canvas.scene.panes

    def show(self, panes: Panes) -> None:
        """Show the image once, or side by side."""
        self.blink.stop()
        self._canvas.set_panes(panes)
        self._tools.set_panes(panes)

    def toggle(self, wanted: Panes) -> None:
        """Show these, or the image alone when they are shown already."""
        self.show(PLAIN if self.panes == wanted else wanted)

    def toggle_blink(self) -> None:
        """Show before and after in turn, or end that."""
        if self.blink.is_running:
            self.blink.stop()
        else:
            self.blink.start(self.panes)
