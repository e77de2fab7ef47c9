"""Every text of both themes stands out from its ground by 4.5:1 (WCAG 2.2, 1.4.3), as drawn too.

The standard exempts what is disabled; who cannot read it cannot tell what is missing, so we do not.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QColor, QImage, QPixmap
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QComboBox,
    QGroupBox,
    QLabel,
    QLineEdit,
    QMenu,
    QPlainTextEdit,
    QProgressBar,
    QPushButton,
    QRadioButton,
    QSpinBox,
    QTabBar,
    QToolButton,
    QToolTip,
    QWidget,
)
from pytestqt.qtbot import QtBot

from tests.review.builders import header_finding, loaded, text_finding
from viewer import paths
from viewer.gui import theme
from viewer.gui.desk import Desk
from viewer.model import Action, ScanResult

_LEAST = 4.5
_GROUNDS = {"background", "surface", "raised", "hover", "pressed", "selection", "accent-muted"}
_LINES = {"border", "border-strong"}
_ROWS = ("background", "surface", "raised", "hover", "selection")
_OWN_GROUND = {
    "text": _GROUNDS,
    "text-disabled": {"background", "surface", "raised"},
    "text-on-accent": {"accent"},
    "text-on-selection": {"selection"},
    "canvas-text": {"canvas"},
    "canvas-overlay": {"canvas"},
    "canvas-cross": {"canvas"},
}
_TAGS = ("undecided", "remove", "blank", "replace", "clean", "keep", "review", "added")
_SHARP = 4
_RGB32 = QImage.Format.Format_RGB32


def luminance(colour: QColor) -> float:
    linear = [
        c / 12.92 if c <= 0.03928 else ((c + 0.055) / 1.055) ** 2.4
        for c in (colour.redF(), colour.greenF(), colour.blueF())
    ]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(a: QColor, b: QColor) -> float:
    light, dark = sorted((luminance(a), luminance(b)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.fixture(params=theme.names())
def themed(request: pytest.FixtureRequest, qapp: QApplication) -> Iterator[str]:
    theme.apply(qapp, request.param)
    yield str(request.param)
    theme.apply(qapp, "dark")


def test_every_role_of_text_is_readable_on_every_ground_it_is_drawn_on(themed: str) -> None:
    seen = 0
    for text in set(theme.roles()) - _GROUNDS - _LINES - {"canvas", "canvas-shadow"}:
        for ground in _OWN_GROUND.get(text, _ROWS):
            found = contrast(theme.colour(text), theme.colour(ground))
            assert found >= _LEAST, f"{text} on {ground}: {found:.2f}"
            seen += 1
    assert seen > 80


def test_every_rule_that_sets_text_and_ground_is_readable(themed: str) -> None:
    sheet = paths.resource("themes/base.qss").read_text("utf-8")
    seen = 0
    for selector, body in re.findall(r"([^{}]+)\{([^{}]*)\}", sheet):
        roles = dict(re.findall(r"(?<![a-z-])(color|background): \$([a-z-]+)", body))
        if len(roles) == 2:
            text, ground = (theme.colour(roles[each]) for each in ("color", "background"))
            assert contrast(text, ground) >= _LEAST, selector
            seen += 1
    assert seen >= 9


def test_what_stands_on_the_tag_of_a_mark_is_readable() -> None:
    for each in _TAGS:
        assert contrast(QColor("black"), theme.colour(each, "dark")) >= _LEAST, each


def test_the_focus_ring_and_icons_stand_out_from_the_ground(themed: str) -> None:
    assert contrast(theme.colour("focus"), theme.colour("background")) >= 3
    for ground in ("background", "surface", "raised"):
        assert contrast(theme.colour("border-strong"), theme.colour(ground)) >= 3


def _labels() -> dict[str, QWidget]:
    made: dict[str, QWidget] = {}
    for role in ("", "muted", "title", "heading", "danger", "warning", "ok"):
        label = made[f"label {role}"] = QLabel("Words")
        label.setProperty("role", role)
    return made


def _with_words() -> dict[str, QWidget]:
    """What stands beside a word, and where the word is, is cut off in ``_word``."""
    typed, asking, text = QLineEdit("Words"), QLineEdit(), QPlainTextEdit()
    asking.setPlaceholderText("Words")
    text.setPlaceholderText("Words")
    box, count, bar = QComboBox(), QSpinBox(), QProgressBar()
    box.addItem("Words")
    bar.setFormat("Words")
    bar.setValue(100)
    default, chosen, tool = QPushButton("Words"), QPushButton("Words"), QToolButton()
    default.setProperty("primary", "true")
    chosen.setCheckable(True)
    chosen.setChecked(True)
    tool.setText("Words")
    made = {
        "typed": typed, "placeholder": asking, "placeholder of a text": text, "choice": box,
        "number": count, "progress": bar, "button": QPushButton("Words"), "main button": default,
        "chosen button": chosen, "tool": tool, "switch": QCheckBox("Words"),
        "one of several": QRadioButton("Words"),
    }  # fmt: skip
    return {**_labels(), **made}


def _word(widget: QWidget) -> QRect:
    """The part of a widget where nothing but its text is drawn."""
    inner = widget.rect().adjusted(5, 5, -5, -5)
    if isinstance(widget, (QCheckBox, QRadioButton)):
        return inner.adjusted(20, 0, 0, 0)
    return inner.adjusted(0, 0, -26, 0) if isinstance(widget, (QComboBox, QSpinBox)) else inner


def _drawn(widget: QWidget, area: QRect) -> float:
    """The contrast of what stands out most in an area from the colour that fills it."""
    picture = QPixmap(widget.size() * _SHARP)
    picture.setDevicePixelRatio(_SHARP)
    picture.fill(theme.colour("background"))
    widget.render(picture, QPoint())
    part = picture.copy(QRect(area.topLeft() * _SHARP, area.size() * _SHARP)).toImage()
    pixels = np.frombuffer(part.convertToFormat(_RGB32).constBits(), np.uint32)
    shades, counts = np.unique(pixels, return_counts=True)
    ground = QColor(int(shades[counts.argmax()]))
    return max(contrast(QColor(int(each)), ground) for each in shades)


@pytest.mark.parametrize("is_enabled", [True, False])
def test_what_is_drawn_is_readable(qtbot: QtBot, themed: str, is_enabled: bool) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    parent.resize(300, 100)
    parent.show()
    for name, widget in _with_words().items():
        widget.setParent(parent)
        widget.setGeometry(10, 10, 180, 34)
        widget.setEnabled(is_enabled)
        widget.show()
        found = _drawn(widget, _word(widget))
        assert found >= _LEAST, f"{name}: {found:.2f}"


def test_nothing_drawn_has_no_contrast(qtbot: QtBot, themed: str) -> None:
    empty = QLabel("")
    qtbot.addWidget(empty)
    empty.resize(100, 30)
    assert _drawn(empty, _word(empty)) == 1


def test_tabs_menus_groups_and_tips_are_readable(qtbot: QtBot, themed: str) -> None:
    tabs, menu, group = QTabBar(), QMenu(), QGroupBox("Words")
    for widget in (tabs, menu, group):
        qtbot.addWidget(widget)
    for _ in range(3):
        tabs.addTab("Words")
    tabs.setTabEnabled(2, False)
    tabs.resize(tabs.sizeHint())
    for number in range(tabs.count()):
        assert _drawn(tabs, tabs.tabRect(number).adjusted(3, 4, -3, -4)) >= _LEAST
    rows = [menu.addAction("Words") for _ in range(3)]
    rows[1].setEnabled(False)
    menu.setActiveAction(rows[2])
    menu.resize(menu.sizeHint())
    for row in rows:
        assert _drawn(menu, menu.actionGeometry(row).adjusted(6, 3, -6, -3)) >= _LEAST
    group.resize(200, 80)
    assert _drawn(group, QRect(8, 2, 100, 12)) >= _LEAST
    QToolTip.showText(QPoint(10, 10), "Words")
    tips = [w for w in QApplication.topLevelWidgets() if w.metaObject().className() == "QTipLabel"]
    assert _drawn(tips[-1], tips[-1].rect().adjusted(3, 3, -3, -3)) >= _LEAST
    QToolTip.hideText()


def test_rows_badges_and_second_lines_are_readable_chosen_or_not(qtbot: QtBot, themed: str) -> None:
    texts = [
        replace(text_finding(number), proposed=action, id=f"t{number}")
        for number, action in enumerate((Action.BLANK, Action.REPLACE, Action.CLEAN, Action.KEEP))
    ]
    desk = Desk(None, "research")
    qtbot.addWidget(desk.window)
    desk.controller.open(loaded(), "research", "coordinator")
    desk.controller.attach(ScanResult((*texts, header_finding(1))), is_complete=True)
    desk.window.resize(1280, 900)
    desk.window.show()
    tree, model = desk.window.findings.tree, desk.window.findings.model
    desk.window.findings.parts.setSizes([600, 100])
    for chosen in texts:
        desk.view.choose_finding(chosen.id)
        for each in texts:
            row = tree.visualRect(model.index_of(each.id))
            pill = QRect(row.right() - 60, row.center().y() - 6, 46, 14)
            below = QRect(row.left() + 28, row.center().y() + 2, 90, row.height() // 2 - 6)
            for area in (pill, below):
                found = _drawn(tree.viewport(), area)
                assert found >= _LEAST, f"{each.proposed} while {chosen.proposed}: {found:.2f}"
    for item in desk.window.worklist.tree.findItems("*", _ANY):
        area = desk.window.worklist.tree.visualItemRect(item).adjusted(26, 4, -8, -4)
        assert _drawn(desk.window.worklist.tree.viewport(), area) >= _LEAST
    desk.window.close()


_ANY = Qt.MatchFlag.MatchWildcard | Qt.MatchFlag.MatchRecursive
