"""The word beside a finding's box hides no other box where there is room."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QApplication

from viewer.gui import theme
from viewer.gui.slice_view.marks import Look, Mark
from viewer.gui.slice_view.paint_marks import paint_mark
from viewer.gui.slice_view.viewport import Viewport
from viewer.model import Box

_AT_THE_TOP, _BELOW_IT, _BESIDE = Box(10, 0, 240, 36), Box(10, 39, 240, 30), Box(300, 4, 270, 32)


@pytest.mark.parametrize("others", [(), (_BELOW_IT,), (_BELOW_IT, _BESIDE)])
def test_the_word_steps_over_the_boxes_that_are_in_its_way(
    qapp: QApplication, others: tuple[Box, ...]
) -> None:
    picture = QImage(600, 300, QImage.Format.Format_RGB32)
    picture.fill(0)
    mark = Mark("id", _AT_THE_TOP, Look.UNDECIDED, "name")
    painter, viewport = QPainter(picture), Viewport(600, 300, 600, 300).fit()
    paint_mark(painter, viewport, mark, selected=False, others=others)
    painter.end()
    fill = theme.colour("undecided", "dark").rgb()
    covered = {(x, y) for x in range(600) for y in range(300) if picture.pixel(x, y) == fill}
    inside = {(x, y) for each in others for x in range(each.x, each.right) for y in _rows(each)}
    assert len(covered) > 1_200  # the outline has fewer
    assert not covered & inside


def _rows(box: Box) -> range:
    return range(max(box.y, 2), box.bottom)
