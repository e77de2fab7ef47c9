"""Below the list: one finding, why it is one, its value, what will be written, and the verdict."""

from __future__ import annotations

import re
from collections.abc import Mapping

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QImage, QPixmap
from PySide6.QtWidgets import (
    QGridLayout,
    QHBoxLayout,
    QScrollArea,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from viewer.gui import theme
from viewer.gui.item_models import wording
from viewer.gui.item_models.words import STANDINGS
from viewer.gui.language import tr
from viewer.gui.panels.plain_label import PlainLabel, narrow_label
from viewer.gui.review_controller import ReviewController
from viewer.gui.view_state import ViewState
from viewer.model import Decision, Finding
from viewer.review import Opinions, Standing, opinions_on, standing

_UNNAMED = tr("Decided by somebody who was not logged in: decide again as a user")
_CROP = QSize(320, 72)
_LONG_WORD = re.compile(r"\S{16}(?=\S)")
_ROWS = (
    tr("Why"),
    tr("What"),
    tr("Value"),
    tr("Becomes"),
    tr("Verdict"),
    tr("Second"),
    tr("Where"),
    tr("Each"),
)


class DetailPanel(QWidget):
    """Shows the finding on view; buttons are filled in by the window from its actions."""

    values_toggled = Signal(bool)
    crop_wanted = Signal(str)

    def __init__(self, controller: ReviewController, view: ViewState) -> None:
        super().__init__()
        self._controller, self._view = controller, view
        self.title = PlainLabel(role="title")
        self.rows = {name: PlainLabel() for name in _ROWS}
        self.crop = narrow_label()
        self.values = QToolButton()
        self.buttons = QGridLayout()
        self._headings = {name: narrow_label(name) for name in _ROWS}
        self._lay_out()
        controller.changed.connect(self.refresh)
        view.finding_changed.connect(lambda _: self._show_new())
        self.refresh()

    def _lay_out(self) -> None:
        self.values.setText(tr("Hide values"))
        self.values.setProperty("quiet", "true")
        self.values.setCheckable(True)
        self.values.setChecked(True)
        self.values.setToolTip(tr("Show identifying values in this window, or only their shape"))
        self.values.toggled.connect(self._toggle_values)
        head = QHBoxLayout()
        head.addWidget(self.title, 1)
        head.addWidget(self.values)
        self.crop.setAccessibleName(tr("The pixels of this finding"))
        self.crop.setAlignment(Qt.AlignmentFlag.AlignLeft)
        body = QWidget()
        inner = QVBoxLayout(body)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.addLayout(self._table())
        inner.addWidget(self.crop)
        inner.addStretch(1)
        area = QScrollArea()
        area.setAccessibleName(tr("About the chosen finding"))
        area.setWidgetResizable(True)
        area.setFrameShape(QScrollArea.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(body)
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.SPACING, theme.SPACING, theme.SPACING, theme.SPACING)
        column.addLayout(head)
        column.addWidget(area, 1)
        self.buttons.setSpacing(4)
        column.addLayout(self.buttons)

    def _table(self) -> QGridLayout:
        """A form layout gives rows the height of hidden ones, and cuts wrapped texts."""
        table = QGridLayout()
        table.setColumnStretch(1, 1)
        table.setHorizontalSpacing(12)
        table.setVerticalSpacing(4)
        for row, (name, label) in enumerate(self.rows.items()):
            self._headings[name].setProperty("role", "muted")
            for column, each in enumerate((self._headings[name], label)):
                each.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
                table.addWidget(each, row, column)
        return table

    def refresh(self) -> None:
        """Show the finding on view as it is now."""
        session = self._controller.session
        finding = session.finding(self._view.finding_id) if session else None
        self.values.setVisible(finding is not None)
        if session is not None and self._view.group_ids:
            self.crop.clear()
            found = [session.finding(each) for each in self._view.group_ids]
            self._fill_group([each for each in found if each], session.decisions())
            return
        if finding is None or session is None:
            self._show_rows({})
            self.title.setText(tr("No finding chosen") if self._controller.findings else "")
            self.crop.clear()
            return
        self._fill(finding, session.decision(finding.id), session.state.opinions)

    def show_crop(self, finding_id: str, image: QImage) -> None:
        """Show the pixels of a finding unless another one is on view by now."""
        if finding_id == self._view.finding_id and self.values.isChecked():
            ratio = self.devicePixelRatioF()
            fitting = image.scaled(
                _CROP * ratio,
                Qt.AspectRatioMode.KeepAspectRatio,
                Qt.TransformationMode.SmoothTransformation,
            )
            fitting.setDevicePixelRatio(ratio)
            self.crop.setPixmap(QPixmap.fromImage(fitting))

    def _show_new(self) -> None:
        self.crop.clear()
        self.refresh()
        self.crop_wanted.emit(self._view.finding_id)

    def _toggle_values(self, shown: bool) -> None:
        self.values.setText(tr("Hide values") if shown else tr("Show values"))
        self.crop.clear()
        self.refresh()
        self.values_toggled.emit(shown)
        if shown:
            self.crop_wanted.emit(self._view.finding_id)

    def _fill(self, finding: Finding, decision: Decision | None, said: Opinions) -> None:
        self.title.setText(wording.title(finding))
        value = wording.value(finding, shown=self.values.isChecked())
        if finding.distinct > 1:
            value += tr("  (and {0} more)").format(finding.distinct - 1)
        texts = {
            tr("Why"): wording.why(finding),
            tr("Value"): _LONG_WORD.sub("\\g<0>\u200b", value),  # breaks where nothing else would
            tr("Becomes"): wording.outcome(finding, decision),
            tr("Where"): _where(finding),
            tr("Verdict"): _verdict(decision),
            tr("Second"): self._second(finding, decision, said),
        }
        self._show_rows(texts)

    def _second(self, finding: Finding, decision: Decision | None, opinions: Opinions) -> str:
        """What second reviewers say about this decision, in a project that wants one."""
        if decision is None or not self._controller.is_second_wanted:
            return ""
        held = opinions_on(finding, decision, opinions)
        if not held:
            stands = standing(finding, decision, opinions)
            return _UNNAMED if stands is Standing.UNNAMED else tr("Nobody else has agreed yet")
        return "\n".join(
            tr("Agreed, by {0}").format(each.reviewer) if each.agrees
            else tr("Objected, by {0}: {1}").format(each.reviewer, each.reason)
            for each in held
        )  # fmt: skip

    def _second_of_group(self, found: list[Finding]) -> str:
        said = self._controller.standings()
        words = wording.tally(STANDINGS[said[each.id]] for each in found if each.id in said)
        return words[:1].upper() + words[1:]

    def _fill_group(self, found: list[Finding], decisions: Mapping[str, Decision]) -> None:
        self.title.setText(self._view.group_title)
        left = sum(each.id not in decisions for each in found)
        decided = tr("{0} undecided").format(left) if left else tr("Everything is decided")
        self._show_rows(
            {
                tr("What"): wording.tally(wording.title(each) for each in found),
                tr("Becomes"): wording.tally(
                    wording.ACTIONS[wording.action(each, decisions.get(each.id))] for each in found
                ),
                tr("Verdict"): decided
                if left in (0, len(found))
                else tr("{0} of {1}").format(decided, len(found)),
                tr("Second"): self._second_of_group(found),
                tr("Each"): tr("Press the right arrow key to see each of them."),
            }
        )

    def _show_rows(self, texts: Mapping[str, str]) -> None:
        """Only what there is something to say about."""
        for name, label in self.rows.items():
            label.setText(texts.get(name, ""))
            for each in (self._headings[name], label):
                each.setVisible(bool(texts.get(name)))


def _where(finding: Finding) -> str:
    place = finding.location
    parts = [wording.count(len(place.sources), "image", "images")]
    if place.attribute is not None:
        parts.insert(0, str(place.attribute))
    if place.box is not None:
        parts.append(tr("{0} × {1} pixels").format(place.box.width, place.box.height))
    if place.frames:
        parts.append(tr("frame {0}").format(place.frames[0] + 1) if len(place.frames) == 1 else
                     wording.count(len(place.frames), "frame"))  # fmt: skip
    return ", ".join(parts)


def _verdict(decision: Decision | None) -> str:
    if decision is None:
        return tr("Undecided")
    name = wording.ACTIONS[decision.action]
    who = decision.reviewer if decision.by_person else tr("the profile, nobody looked")
    return tr("{0}, by {1}").format(name, who) + (f": {decision.reason}" if decision.reason else "")
