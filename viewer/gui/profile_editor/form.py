"""What a profile is called, and what it is for."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QLineEdit, QWidget

from viewer.gui import theme
from viewer.gui.language import tr
from viewer.gui.panels.plain_label import narrow_label
from viewer.gui.profile_editor.sentence_field import SentenceField
from viewer.profile import EditedProfile

_FIELDS = {"title": tr("Title"), "name": tr("Name"), "version": tr("Version")}
_FIELDS |= {"description": tr("Description")}
_PLACES = {"title": (0, 0, 1), "name": (0, 2, 1), "version": (0, 4, 1), "description": (1, 0, 5)}


class ProfileForm(QWidget):
    """``typed`` carries the name of a field that was left, and its text."""

    typed = Signal(str, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.fields: dict[str, QLineEdit | SentenceField] = {
            name: SentenceField() if name == "description" else QLineEdit() for name in _FIELDS
        }
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setVerticalSpacing(theme.SPACING)
        for name, field in self.fields.items():
            field.setAccessibleName(tr("{0} of the profile").format(_FIELDS[name]))
            label = narrow_label(_FIELDS[name])
            label.setBuddy(field)
            row, column, columns = _PLACES[name]
            grid.addWidget(label, row, column, Qt.AlignmentFlag.AlignVCenter)
            grid.addWidget(field, row, column + 1, 1, columns)
            grid.setColumnStretch(column + 1, 5 - column)
            field.editingFinished.connect(lambda name=name: self._left(name))

    def show_profile(self, profile: EditedProfile, *, editable: bool) -> None:
        """Show its texts from their beginning."""
        for name, field in self.fields.items():
            text = str(getattr(profile, name))
            if field.text() != text:
                field.setText(text)
                field.setCursorPosition(0)
            field.setReadOnly(not editable)

    def _left(self, name: str) -> None:
        self.typed.emit(name, self.fields[name].text().strip())
