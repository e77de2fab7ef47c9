"""Ellipses, polygons and painted areas, drawn by mouse and by key, moved and previewed."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPointF, Qt
from pytestqt.qtbot import QtBot

from tests.gui.slice_view.builders import finding
from tests.gui.slice_view.conftest import Make
from tests.gui.slice_view.mouse import LEFT, at, drag
from viewer.gui.slice_view.paint_areas import exact, to_screen
from viewer.gui.slice_view.strokes import Stroke, merged, shaped
from viewer.gui.slice_view.viewport import Viewport
from viewer.model import Action, Box, Brush, Decision, Ellipse, Polygon

_K, _KEYS = Qt.Key, Qt.KeyboardModifier


def _pixels(area: Box | Ellipse | Polygon | Brush) -> set[tuple[int, int]]:
    return {(row, column) for row, first, after in area.runs() for column in range(first, after)}


def test_an_ellipse_fills_the_box_it_was_drawn_in(qtbot: QtBot, make: Make) -> None:
    view, _, shown = make()
    qtbot.keyClick(view.canvas, _K.Key_E)
    with qtbot.waitSignal(view.box_drawn) as drawn:
        drag(qtbot, view, at(view, 30.5, 25.5), at(view, 44.5, 31.5))
    assert drawn.args == [Ellipse(Box(30, 25, 15, 7)), shown.instances[0].source, 0]


def test_a_box_snaps_to_text_that_was_read_unless_ctrl_is_held(qtbot: QtBot, make: Make) -> None:
    view, _, shown = make()
    text = Box(20, 20, 30, 8)
    view.set_findings([finding("f", shown.instances[0].source, text)])
    for keys, expected in (
        (_KEYS.NoModifier, text),
        (_KEYS.ControlModifier, Box(22, 20, 27, 7)),
    ):
        qtbot.keyClick(view.canvas, _K.Key_B)
        with qtbot.waitSignal(view.box_drawn) as drawn:
            drag(qtbot, view, at(view, 22.5, 20.5), at(view, 48.5, 26.5), keys=keys)
        assert drawn.args is not None
        assert drawn.args[0] == expected


def test_a_polygon_is_closed_on_its_first_corner_or_by_enter(qtbot: QtBot, make: Make) -> None:
    view, _, _ = make()
    corners = ((20.0, 20.0), (40.0, 20.0), (30.0, 40.0))
    for by_key in (False, True):
        qtbot.keyClick(view.canvas, _K.Key_G)
        for corner in corners:
            qtbot.mouseClick(view.canvas, LEFT, pos=at(view, *corner))
        with qtbot.waitSignal(view.box_drawn) as drawn:
            if by_key:
                qtbot.keyClick(view.canvas, _K.Key_Return)
            else:
                qtbot.mouseClick(view.canvas, LEFT, pos=at(view, *corners[0]))
        assert drawn.args is not None
        points = drawn.args[0].points
        assert [(round(x), round(y)) for x, y in points] == [(20, 20), (40, 20), (30, 40)]
        assert not view.canvas.scene.corners.points


def test_backspace_takes_a_corner_back_and_escape_all(qtbot: QtBot, make: Make) -> None:
    view, _, _ = make()
    qtbot.keyClick(view.canvas, _K.Key_G)
    for x in (20.0, 40.0):
        qtbot.mouseClick(view.canvas, LEFT, pos=at(view, x, 20))
    qtbot.keyClick(view.canvas, _K.Key_Backspace)
    assert len(view.canvas.scene.corners.points) == 1
    qtbot.keyClick(view.canvas, _K.Key_Escape)
    with qtbot.assertNotEmitted(view.box_drawn):
        drag(qtbot, view, at(view, 10, 10), at(view, 11, 11))
    assert len(view.canvas.scene.corners.points) == 1


def test_the_brush_paints_where_it_went(qtbot: QtBot, make: Make) -> None:
    view, _, _ = make()
    qtbot.keyClick(view.canvas, _K.Key_D)
    qtbot.keyClick(view.canvas, _K.Key_BracketLeft)
    with qtbot.waitSignal(view.box_drawn) as drawn:
        drag(qtbot, view, at(view, 20.5, 20.5), at(view, 40.5, 20.5))
    assert drawn.args is not None
    painted = drawn.args[0]
    assert isinstance(painted, Brush)
    assert {(20, column) for column in range(20, 41)} <= _pixels(painted)
    assert painted.bounds.height == pytest.approx(2 * 6.0 / 1.25, abs=2)


@pytest.mark.parametrize(
    ("key", "kind"),
    [(_K.Key_B, Box), (_K.Key_E, Ellipse), (_K.Key_G, Polygon), (_K.Key_D, Brush)],
)
def test_enter_puts_an_area_in_the_middle(
    qtbot: QtBot, make: Make, key: Qt.Key, kind: type
) -> None:
    view, _, _ = make()
    qtbot.keyClick(view.canvas, key)
    with qtbot.waitSignal(view.box_drawn) as drawn:
        qtbot.keyClick(view.canvas, _K.Key_Return)
    assert drawn.args is not None
    assert isinstance(drawn.args[0], kind)


def test_a_moved_ellipse_stays_one_while_it_moves(qtbot: QtBot, make: Make) -> None:
    view, _, shown = make()
    box, source = Box(20, 20, 20, 10), shown.instances[0].source
    decided = Decision("f", Action.BLANK, "", "", True, box=box, outline=Ellipse(box))
    view.set_findings([finding("f", source, box)], {"f": decided})
    view.select("f")
    assert view.canvas.scene.area_of("f") == Ellipse(box)
    qtbot.mousePress(view.canvas, LEFT, pos=at(view, 30, 25))
    qtbot.mouseMove(view.canvas, at(view, 33, 25))
    qtbot.mouseRelease(view.canvas, LEFT, pos=at(view, 33, 25))
    with qtbot.waitSignal(view.box_changed) as changed:
        drag(qtbot, view, at(view, 30, 25), at(view, 35, 22))
    assert changed.args == ["f", Box(25, 17, 20, 10)]


def test_what_is_previewed_is_what_the_cleaning_takes() -> None:
    view = Viewport(64, 64, 640, 640, zoom=10.0, centre=(32.0, 32.0))
    for area in (Ellipse(Box(5, 6, 20, 11)), Polygon(((2, 2), (40, 5), (17, 33)))):
        path = exact(view, area)
        place = to_screen(view)
        inside = {
            (row, column)
            for row in range(64)
            for column in range(64)
            if path.contains(place.map(QPointF(column + 0.5, row + 0.5)))
        }
        assert inside == _pixels(area)


def test_a_stroke_stays_inside_and_its_runs_do_not_overlap() -> None:
    stroke = Stroke((1.0, 1.0), 5.0).to((30.0, 1.0), 20, 20)
    area = stroke.area()
    assert area is not None
    pixels = [(r, c) for r, a, b in area.runs() for c in range(a, b)]
    assert len(pixels) == len(set(pixels))
    assert all(0 <= r < 20 and 0 <= c < 20 for r, c in pixels)
    assert merged([(3, 5, 9), (3, 1, 5), (3, 12, 14)], 20, 20) == ((3, 1, 9), (3, 12, 14))


def test_a_box_tool_makes_a_box() -> None:
    assert shaped("box", Box(1, 2, 3, 4), 10, 10) == Box(1, 2, 3, 4)
