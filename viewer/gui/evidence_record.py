"""What was measured and what a person said about it, while the studies are open; written down."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from viewer.authenticity import AreaReport, Level, Sign, Verdict, Verdicts, report_page
from viewer.errors import ScanveilError
from viewer.gui.evidence_stages import Looked
from viewer.gui.language import tr
from viewer.model import Series
from viewer.provenance import AuditLog


class EvidenceRecord(QObject):
    """Signs by series UID, areas and words; each word goes into the audit log before it holds.

    ``told`` is a sentence for the person, ``changed`` follows every word.
    """

    told = Signal(str)
    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.verdicts = Verdicts()
        self.looked: dict[str, Looked] = {}
        self.areas: list[tuple[str, AreaReport]] = []

    def clear(self) -> None:
        """Forget everything: other studies are open now."""
        self.verdicts = Verdicts()
        self.looked.clear()
        self.areas.clear()

    def add_area(self, where: str, report: AreaReport) -> None:
        """Keep what was measured in an area, for the report."""
        self.areas.append((where, report))
        self._log("evidence area checked", rank=f"{report.rank:.3f}", unusual=report.is_unusual)

    def say(self, verdict: Verdict) -> None:
        """Take a person's word on a sign; it holds only when it could be written down."""
        sign = self.sign(verdict.sign_id)
        if sign is not None and sign.level is not Level.FAILED:
            event = f"evidence {verdict.word}"
            if self._log(event, sign=sign.id, check=sign.check, reason_given=bool(verdict.reason)):
                self.verdicts = self.verdicts.say(verdict)
                self.changed.emit()

    def withdraw(self, sign_id: str) -> None:
        """Make a sign undecided again."""
        if self.verdicts.of(sign_id) and self._log("evidence undecided", sign=sign_id):
            self.verdicts = self.verdicts.withdraw(sign_id)
            self.changed.emit()

    def undo(self) -> None:
        """Take back the last word."""
        self._step(self.verdicts.undo(), "evidence word undone")

    def redo(self) -> None:
        """Bring back the word undone last."""
        self._step(self.verdicts.redo(), "evidence word redone")

    def _step(self, after: Verdicts, event: str) -> None:
        if after != self.verdicts and self._log(event, words=len(after.now)):
            self.verdicts = after
            self.changed.emit()

    def _log(self, event: str, **facts: str | int | bool) -> bool:
        try:
            AuditLog().append(event, **facts)
        except ScanveilError as error:
            self.told.emit(str(error))
            return False
        return True

    def sign(self, sign_id: str) -> Sign | None:
        """A sign by its id."""
        signs = (sign for looked in self.looked.values() for sign in looked.signs)
        return next((each for each in signs if each.id == sign_id), None)

    def save_report(self, every: Sequence[Series], path: Path) -> None:
        """Write the evidence of every series that was looked at; no value of any file."""
        series = tuple(e for e in every if e.series_uid in self.looked)
        signs = [sign for each in series for sign in self.looked[each.series_uid].signs]
        try:
            path.write_text(report_page(series, signs, self.verdicts.now, self.areas), "utf-8")
        except OSError as error:
            self.told.emit(tr("The report could not be saved: {0}.").format(error.strerror))
            return
        self._log("evidence report saved", signs=len(signs), words=len(self.verdicts.now))
        self.told.emit(tr("The report was saved. It holds no name and no date of the patient."))
