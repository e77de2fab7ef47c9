"""The dialog: a list of profiles, what the chosen one does, and everything to change it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from viewer.errors import UsageError
from viewer.gui import theme
from viewer.gui.dialogs import choosing
from viewer.gui.language import tr
from viewer.gui.panels.plain_label import PlainLabel
from viewer.gui.profile_editor.form import ProfileForm
from viewer.gui.profile_editor.history import EditHistory
from viewer.gui.profile_editor.options_page import OptionsPage
from viewer.gui.profile_editor.rules_page import RulesPage
from viewer.profile import (
    EditedProfile,
    Option,
    PrivatePlace,
    import_profile,
    is_shipped,
    list_profiles,
    save_profile,
)

_SHIPPED = tr("A shipped profile does not change. Duplicate it to make one of your own.")
_UNSAVED = tr("* It is not saved yet.")
_BUTTONS = {
    "duplicate": tr("Duplicate"),
    "import": tr("Import…"),
    "undo": tr("Undo"),
    "redo": tr("Redo"),
    "close": tr("Close"),
    "file": tr("Save as a file…"),
    "save": tr("Save"),
    "use": tr("Use"),
}
_NOTES = 3


class ProfileEditor(QDialog):
    """``saved`` says that the list of profiles changed; ``used`` carries the name of a profile."""

    saved = Signal()
    used = Signal(str)

    def __init__(self, chosen: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(tr("Profiles"))
        self.resize(1100, 680)
        self.list, self.tabs = QListWidget(), QTabWidget()
        self.form = ProfileForm()
        self.options, self.rules = OptionsPage(), RulesPage()
        self.state = PlainLabel(role="muted")
        self.buttons = {name: QPushButton(text) for name, text in _BUTTONS.items()}
        self._histories: dict[str, EditHistory] = {}
        self._key = ""
        self._lay_out()
        self._connect()
        self._fill(chosen)

    # -- what is edited

    @property
    def history(self) -> EditHistory:
        """The states of the profile on show."""
        return self._histories[self._key]

    def edit(self, change: Callable[[EditedProfile], EditedProfile]) -> None:
        """Do one step that undo takes back; shipped profiles do not change."""
        if self._is_own():
            self.history.push(change(self.history.now))
            self._show()

    def duplicate(self) -> None:
        """A copy of the profile on show, to be edited."""
        self._add(EditedProfile.copy_of(self.history.now.profile()))

    def import_rules(self, path: Path) -> None:
        """A profile from rules of another tool, or from a profile file; says what was lost."""
        try:
            is_ours = path.suffix.lower() == ".toml"
            text, notes = (path.read_text("utf-8"), ()) if is_ours else import_profile(path)
            made = EditedProfile.read(text)
        except (UsageError, OSError, ValueError) as error:
            advice = error.advice if isinstance(error, UsageError) else tr("It must be text.")
            self._say(tr("The file could not be imported. {0}").format(advice))
            return
        self._add(made)
        more = tr(" And {0} more.").format(len(notes) - _NOTES) if len(notes) > _NOTES else ""
        told = tr("Look at these: {0}{1}").format(" ".join(notes[:_NOTES]), more)
        self._say(told if notes else tr("Everything was taken over."))

    def save(self) -> bool:
        """Keep the profile on this machine; the problems stay on show when it cannot be."""
        now = self.history.now
        if not self._is_own() or now.problems():
            return False
        try:
            save_profile(now.name, now.text())
        except OSError as error:
            self._say(tr("It could not be saved: {0}.").format(error.strerror))
            return False
        self._histories[now.name] = self._histories.pop(self._key)
        self._histories[now.name].saved = now
        self._fill(now.name)
        self.saved.emit()
        return True

    def use(self) -> None:
        """Save it if it was changed, and apply it to what is open."""
        if not self.history.is_changed or self.save():
            self.used.emit(self.history.now.name)

    def _add(self, made: EditedProfile) -> None:
        self._histories[made.name] = EditHistory([made])
        self._list(made.name)

    def _is_own(self) -> bool:
        return not is_shipped(self._key)

    def _step(self, by: int) -> None:
        self.history.step(by)
        self._show()

    # -- what is shown

    def _fill(self, chosen: str) -> None:
        """Take the profiles from disk; what is being edited stays."""
        for each in list_profiles():
            on_disk = EditedProfile.of(each)
            known = self._histories.get(each.name)
            if known is None or not known.is_changed:
                self._histories[each.name] = EditHistory([on_disk], saved=on_disk)
        self._list(chosen)

    def _list(self, chosen: str) -> None:
        self.list.blockSignals(True)
        self.list.clear()
        for key, history in self._histories.items():
            item = QListWidgetItem(history.now.title)
            item.setData(Qt.ItemDataRole.UserRole, key)
            self.list.addItem(item)
            if key == chosen:
                self.list.setCurrentItem(item)
        self.list.blockSignals(False)
        if self.list.currentRow() < 0:
            self.list.setCurrentRow(0)
        self._choose()

    def _choose(self) -> None:
        if item := self.list.currentItem():
            self._key = str(item.data(Qt.ItemDataRole.UserRole))
            self._show()

    def _show(self) -> None:
        now, own = self.history.now, self._is_own()
        unsaved = own and self.history.is_changed
        self.form.show_profile(now, editable=own)
        self.options.show_profile(now, editable=own)
        self.rules.show_profile(now, editable=own)
        if item := self.list.currentItem():
            item.setText(f"{now.title} *" if unsaved else now.title)
        problems = now.problems() if own else ()
        said = (*problems, *now.warnings(), *((_UNSAVED,) if unsaved else ()))
        self._say(" ".join(said) if own else _SHIPPED)
        self.buttons["undo"].setEnabled(self.history.can_undo)
        self.buttons["redo"].setEnabled(self.history.can_redo)
        self.buttons["save"].setEnabled(unsaved and not problems)
        self.buttons["use"].setEnabled(not problems)

    def _say(self, text: str) -> None:
        self.state.setText(text)

    # -- set-up

    def _lay_out(self) -> None:
        left, right = QVBoxLayout(), QVBoxLayout()
        self.list.setAccessibleName(tr("Profiles"))
        self.list.setFixedWidth(240)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.tabs.addTab(self.options, tr("Options"))
        self.tabs.addTab(self.rules, tr("Rules"))
        left.addWidget(self.list, 1)
        for name in ("duplicate", "import"):
            left.addWidget(self.buttons[name])
        right.addWidget(self.form)
        right.addWidget(self.tabs, 1)
        right.addWidget(self.state)
        both = QHBoxLayout()
        both.setSpacing(theme.SPACING * 2)
        both.addLayout(left)
        both.addLayout(right, 1)
        column = QVBoxLayout(self)
        column.setSpacing(theme.SPACING * 2)
        column.setContentsMargins(*[theme.SPACING * 2] * 4)
        column.addLayout(both, 1)
        column.addLayout(self._below())

    def _below(self) -> QHBoxLayout:
        below = QHBoxLayout()
        for name in ("undo", "redo"):
            below.addWidget(self.buttons[name])
        below.addStretch(1)
        for name in ("close", "file", "save", "use"):
            below.addWidget(self.buttons[name])
        for button in self.buttons.values():
            button.setAutoDefault(False)
        self.buttons["use"].setProperty("primary", "true")
        self.buttons["use"].setToolTip(tr("Save it, and decide anew about what is open"))
        return below

    def _connect(self) -> None:
        self.list.currentRowChanged.connect(lambda _: self._choose())
        self.options.switched.connect(self._switch)
        self.options.documents_switched.connect(
            lambda on: self.edit(lambda now: now.with_redacted_documents(on=on))
        )
        self.options.reviewers_switched.connect(
            lambda on: self.edit(lambda now: now.with_two_reviewers(on=on))
        )
        self.rules.rule_changed.connect(self._rule)
        self.form.typed.connect(self._typed)
        handlers: dict[str, Callable[[], object]] = {
            "duplicate": self.duplicate,
            "import": self._ask_to_import,
            "undo": lambda: self._step(-1),
            "redo": lambda: self._step(1),
            "save": self.save,
            "file": self._ask_for_file,
            "use": self.use,
            "close": self.close,
        }
        for name, handler in handlers.items():
            self.buttons[name].clicked.connect(lambda _=False, handler=handler: handler())
        for keys, by in ((QKeySequence.StandardKey.Undo, -1), (QKeySequence.StandardKey.Redo, 1)):
            QShortcut(QKeySequence(keys), self, lambda by=by: self._step(by))

    def _switch(self, option: Option, on: bool) -> None:
        self.edit(lambda now: now.with_option(option, on=on))

    def _rule(self, target: int | PrivatePlace, code: str) -> None:
        self.edit(lambda now: now.with_rule(target, code))

    def _typed(self, name: str, text: str) -> None:
        if text != getattr(self.history.now, name):
            self.edit(lambda now: now.with_text(name, text))

    def _ask_to_import(self) -> None:
        kinds = "Rules (*.script *.xml *.csv *.txt *.deid *.dicom *.toml);;All files (*)"
        choosing.ask_file(self, tr("Import rules or a profile"), kinds, self.import_rules)

    def _ask_for_file(self) -> None:
        name = f"{self.history.now.name}.toml"
        choosing.ask_new_file(self, tr("Save as a file"), name, "Profiles (*.toml)", self._write)

    def _write(self, path: Path) -> None:
        try:
            path.write_text(self.history.now.text(), "utf-8")
        except OSError as error:
            self._say(tr("It could not be written: {0}.").format(error.strerror))
