"""The slice view: one series on the screen, with the findings in its pixels drawn as boxes.

In come a Series, a FrameReader, findings and decisions; out go signals about boxes and positions.
What is seen is resolved by plain functions and frozen values (positions, viewport, shading, marks,
hit_testing) which need no window; the widgets only paint and pass events on. Planes through the
volume (linked_planes, cut_view) are for looking only. Nothing in here changes a decision, a file or
a stored pixel.
"""

from viewer.gui.slice_view.view import SliceView

__all__ = ["SliceView"]
