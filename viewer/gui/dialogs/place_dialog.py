"""A dialog that asks for a place on disk, chosen or typed, and a little more."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QFormLayout, QHBoxLayout, QLineEdit, QPushButton, QWidget

from viewer.gui.dialogs.keys_dialogs import SecretDialog
from viewer.gui.language import tr

_WIDTH = 520
Ask = Callable[[QWidget, str, Callable[[Path], object]], None]


class PlaceDialog(SecretDialog):
    """The first field is the place, with a button to choose it; fields in ``secret`` are hidden."""

    def __init__(
        self,
        title: str,
        sentence: str,
        fields: dict[str, str],
        ok: str,
        choose: tuple[str, Ask],
        parent: QWidget | None = None,
        *,
        secret: tuple[str, ...] = (),
    ) -> None:
        super().__init__(title, sentence, fields, ok, parent)
        for name, field in self.fields.items():
            if name not in secret:
                field.setEchoMode(QLineEdit.EchoMode.Normal)
        self._place = next(iter(self.fields.values()))
        self._title, self._ask = choose[0].removesuffix("…"), choose[1]
        self.cancel.setText(tr("Close"))
        self.choose = QPushButton(tr("Choose…"))
        self.choose.setToolTip(self._title)
        self.choose.setAutoDefault(False)
        self.choose.clicked.connect(self._choose)
        self.setMinimumWidth(_WIDTH)
        self.form.removeWidget(self._place)
        row = QHBoxLayout()
        row.addWidget(self._place, 1)
        row.addWidget(self.choose)
        self.form.setLayout(0, QFormLayout.ItemRole.FieldRole, row)

    def place(self) -> Path:
        """What was chosen or typed."""
        return Path(self._place.text().strip()).expanduser().absolute()

    def _choose(self) -> None:
        self._ask(self, self._title, lambda path: self._place.setText(str(path)))
