"""A dialog that asks for a place on disk, chosen or typed, and a little more."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QLineEdit, QPushButton, QWidget

from viewer.gui.dialogs.keys_dialogs import SecretDialog
from viewer.gui.language import tr

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
        text, self._ask = choose
        self.cancel.setText(tr("Close"))
        self.choose = QPushButton(text)
        self.choose.setAutoDefault(False)
        self.choose.clicked.connect(self._choose)
        self.buttons.insertWidget(0, self.choose)

    def place(self) -> Path:
        """What was chosen or typed."""
        return Path(self._place.text().strip()).expanduser().absolute()

    def _choose(self) -> None:
        title = self.choose.text().removesuffix("…")
        self._ask(self, title, lambda path: self._place.setText(str(path)))
