"""Asks why the copy may be given to somebody; the last answer is offered again."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QFormLayout, QGroupBox, QLineEdit, QWidget

from viewer import settings
from viewer.gui.item_models.words import BASES
from viewer.gui.language import tr
from viewer.model import BasisKind, Distribution, Sharing

_USES = {
    "": tr("Not stated"),
    Distribution.NAMED_PROTOCOL: tr("For one named protocol"),
    Distribution.RESTRICTED_REUSE: tr("For restricted reuse"),
    Distribution.PUBLIC_RELEASE: tr("For public release"),
}


class SharingForm(QGroupBox):
    """``changed`` comes when an answer is complete."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(tr("Why it may be shared (in the statement and on the report)"), parent)
        self.recipient, self.purpose = QLineEdit(), QLineEdit()
        self.basis, self.use = QComboBox(), QComboBox()
        self.detail, self.author = QLineEdit(), QLineEdit()
        for kind in BasisKind:
            self.basis.addItem(BASES[kind], str(kind))
        for use, text in _USES.items():
            self.use.addItem(text, str(use))
        self._lay_out()
        self._fill()
        for line in (self.recipient, self.purpose, self.detail, self.author):
            line.editingFinished.connect(self.changed)
        self.basis.currentIndexChanged.connect(lambda _: self._chosen())
        self.use.currentIndexChanged.connect(lambda _: self.changed.emit())
        self._chosen()

    def sharing(self) -> Sharing:
        """What is stated now."""
        use = self.use.currentData()
        return Sharing(
            self.recipient.text().strip(),
            self.purpose.text().strip(),
            BasisKind(self.basis.currentData()),
            self.detail.text().strip(),
            self.author.text().strip() if self._is_expert() else "",
            Distribution(use) if use else None,
        )

    def remember(self) -> None:
        """Offer the same next time."""
        told = self.sharing()
        chosen = replace(
            settings.load(),
            recipient=told.recipient,
            purpose=told.purpose,
            basis=str(told.basis),
            basis_detail=told.detail,
            basis_author=told.author,
            distribution=str(told.distribution or ""),
        )
        settings.save(chosen)

    def _lay_out(self) -> None:
        rows = QFormLayout(self)
        rows.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.ExpandingFieldsGrow)
        for name, widget in (
            (tr("Recipient"), self.recipient),
            (tr("Purpose"), self.purpose),
            (tr("Basis"), self.basis),
            (tr("Document"), self.detail),
            (tr("Expert"), self.author),
            (tr("How far"), self.use),
        ):
            rows.addRow(name, widget)
            widget.setAccessibleName(name)
        self.detail.setPlaceholderText(tr("Protocol, agreement or report that says so"))
        self.author.setPlaceholderText(tr("Who made the determination"))

    def _fill(self) -> None:
        last = settings.load()
        self.recipient.setText(last.recipient)
        self.purpose.setText(last.purpose)
        self.detail.setText(last.basis_detail)
        self.author.setText(last.basis_author)
        self.basis.setCurrentIndex(max(0, self.basis.findData(last.basis)))
        self.use.setCurrentIndex(max(0, self.use.findData(last.distribution)))

    def _is_expert(self) -> bool:
        return bool(self.basis.currentData() == str(BasisKind.EXPERT))

    def _chosen(self) -> None:
        self.author.setEnabled(self._is_expert())
        self.changed.emit()
