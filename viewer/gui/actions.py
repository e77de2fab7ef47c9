"""One table of everything that can be done: menu, text, icon, keys, handler, enabled when."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtGui import QAction, QKeySequence

from viewer.gui import theme
from viewer.gui.commands import Commands
from viewer.gui.dialogs.site_rules_dialog import SiteRulesDialog
from viewer.gui.language import tr
from viewer.gui.looks import change_language, toggle_theme
from viewer.gui.main_window import MainWindow
from viewer.gui.remembering import remember_box

Handler = Callable[[Commands], object]
Condition = Callable[[Commands], bool]


def _always(_: Commands) -> bool:
    return True


@dataclass(frozen=True, slots=True)
class Spec:
    """One action; an empty ``id`` is a separator."""

    menu: str
    id: str = ""
    text: str = ""
    icon: str = ""
    keys: str = ""
    handler: Handler = _always
    enabled: Condition = _always
    tip: str = ""


TABLE = (
    Spec("File", "open-folder", "Open folder…", "open", "Ctrl+O", Commands.open_folder),
    Spec("File", "open-files", "Open files…", "", "Ctrl+Shift+O", Commands.open_files),
    Spec("File", "recent", "Recent studies…", "history", "Ctrl+Shift+T",
         lambda c: c.studies.recent(), tip="What was opened lately, without naming anybody"),
    Spec("File", "open-demo", "Open the demo study", "", "", Commands.open_demo),
    Spec("File"),
    Spec("File", "export", "Export…", "export", "Ctrl+E", Commands.export, Commands.is_open,
         "Write a cleaned, signed copy and check it"),
    Spec("File", "verify", "Verify an export…", "accept", "Ctrl+Shift+E", Commands.verify,
         tip="Check a folder somebody exported: signer, files, what was done"),
    Spec("File", "summary", "Risk summary…", "info", "Ctrl+R", lambda c: c.studies.summary(),
         Commands.is_open, "What was found where, before and after; as HTML or PDF too"),
    Spec("File", "save-decisions", "Save decisions…", "", "Ctrl+S", Commands.save_decisions,
         Commands.is_open),
    Spec("File", "load-decisions", "Load decisions…", "", "", Commands.load_decisions,
         Commands.is_open),
    Spec("File", "problems", "Problems…", "warning", "", Commands.problems, Commands.has_problems),
    Spec("File"),
    Spec("File", "quit", "Quit", "", "Ctrl+Q", lambda c: c.window.close()),
    Spec("Edit", "undo", "Undo", "undo", "Ctrl+Z", lambda c: c.steps.undo(),
         lambda c: bool(c.steps.names()[0])),
    Spec("Edit", "redo", "Redo", "redo", "Ctrl+Shift+Z", lambda c: c.steps.redo(),
         lambda c: bool(c.steps.names()[1])),
    Spec("Edit", "history", "History…", "history", "Ctrl+H", Commands.history, Commands.is_open,
         "All steps by name, to go back to one of them"),
    Spec("Edit"),
    Spec("Edit", "search", "Search findings", "search", "Ctrl+F", Commands.search,
         Commands.is_open),
    Spec("Edit", "profiles", "Profiles…", "settings", "Ctrl+P", Commands.edit_profiles,
         tip="Show, change, import and share profiles"),
    Spec("Edit", "site-rules", "Site rules…", "", "Ctrl+Shift+P",
         lambda c: SiteRulesDialog(c.window).open(),
         tip="Where devices of this site print: what was learned, to forget or hand on"),
    Spec("Review", "accept", "Accept", "accept", "A", Commands.accept, Commands.can_decide,
         "Do what is proposed, and go to the next undecided finding"),
    Spec("Review", "change", "Change…", "replace", "C", Commands.change, Commands.can_change,
         "Do something else than proposed"),
    Spec("Review", "keep", "Keep…", "keep", "K", Commands.keep, Commands.can_decide,
         "Leave it as it is, with a reason"),
    Spec("Review", "reopen", "Make undecided", "reset", "U", Commands.reopen,
         Commands.is_decided),
    Spec("Review"),
    Spec("Review", "agree", "Agree", "agreed", "J", lambda c: c.second.agree(),
         lambda c: c.second.can_say(), "Agree with what another reviewer decided"),
    Spec("Review", "object", "Object…", "objected", "Shift+J", lambda c: c.second.object(),
         lambda c: c.second.can_say(), "Say what is wrong with it; the export waits"),
    Spec("Review", "agree-all", "Agree with all", "agreed", "Ctrl+J",
         lambda c: c.second.agree_with_all(), lambda c: c.second.has_waiting(),
         "Agree with every decision of other reviewers that waits for you"),
    Spec("Review", "take-back", "Take back what I said", "", "", lambda c: c.second.take_back(),
         lambda c: c.second.has_said()),
    Spec("Review"),
    Spec("Review", "next", "Next undecided", "next", "N", Commands.next_undecided,
         Commands.is_open),
    Spec("Review", "previous", "Previous undecided", "previous", "Shift+N",
         Commands.previous_undecided, Commands.is_open),
    Spec("Review"),
    Spec("Review", "accept-group", "Accept group", "accept", "Shift+A", Commands.accept_group,
         Commands.can_decide, "Accept what is proposed for every undecided finding of this group"),
    Spec("Review", "accept-value", "Accept this value everywhere", "same", "Shift+V",
         Commands.accept_same_value, Commands.has_same_value,
         "Accept what is proposed for every undecided finding that holds this value"),
    Spec("Review", "keep-value", "Keep this value everywhere…", "", "Shift+K",
         Commands.keep_same_value, Commands.has_same_value,
         "Leave every undecided finding that holds this value, for one reason"),
    Spec("Review", "accept-all", "Accept all proposals", "apply-all", "Ctrl+Shift+A",
         Commands.accept_all, Commands.is_open,
         "Accept what is proposed for everything that is undecided"),
    Spec("Review"),
    Spec("Review", "draw", "Draw a box", "box", "", lambda c: c.marks.draw("box"),
         Commands.is_open),
    Spec("Review", "draw-ellipse", "Draw an ellipse", "ellipse", "",
         lambda c: c.marks.draw("ellipse"), Commands.is_open),
    Spec("Review", "draw-polygon", "Draw a polygon", "polygon", "",
         lambda c: c.marks.draw("polygon"), Commands.is_open),
    Spec("Review", "paint", "Paint with the brush", "brush", "",
         lambda c: c.marks.draw("brush"), Commands.is_open),
    Spec("Review", "all-frames", "Apply box to all frames", "apply-all", "Ctrl+Shift+F",
         lambda c: c.marks.to_all_frames(), Commands.has_box),
    Spec("Review", "range", "Apply box to a range of images…", "", "Ctrl+Shift+R",
         lambda c: c.marks.to_range(), Commands.has_box),
    Spec("Review", "whole-series", "Apply box to the whole series", "apply-all", "Ctrl+Shift+S",
         lambda c: c.marks.to_series(), Commands.has_box),
    Spec("Review", "alike", "Copy box to series of the same geometry", "copy", "Ctrl+Shift+C",
         lambda c: c.marks.to_alike(), Commands.has_box,
         "Series of this study with the same modality, size and spacing; one step to undo"),
    Spec("Review", "remember-box", "Remember box for this device", "", "Ctrl+Shift+D",
         remember_box, Commands.has_box, "Propose it in further pictures of this device"),
    Spec("Review", "delete-box", "Delete box", "delete", "",
         lambda c: c.marks.delete(), Commands.is_manual),
    Spec("Review"),
    Spec("Review", "scan", "Scan again", "scan", "F5", Commands.scan, Commands.is_open),
    Spec("Review", "look-thoroughly", "Look thoroughly for text", "", "Ctrl+F5",
         Commands.look_thoroughly, Commands.is_scanned,
         "Every frame by itself, at full size and in more views; this takes long"),
    Spec("View", "slices", "Slices", "series", "Ctrl+1", lambda c: c.show_tab(0)),
    Spec("View", "header", "Header", "header", "Ctrl+2", lambda c: c.show_tab(1)),
    Spec("View", "face", "Face", "face", "Ctrl+3", lambda c: c.show_tab(2)),
    Spec("View", "evidence", "Evidence", "search", "Ctrl+4", lambda c: c.show_tab(3),
         tip="Signs of editing, measured"),
    Spec("View"),
    Spec("View", "next-study", "Next study to do", "next", "Ctrl+Shift+N",
         lambda c: c.studies.next_to_do(), lambda c: c.studies.has_many(),
         "The next study that is neither ready nor exported"),
    Spec("View", "search-studies", "Search studies", "search", "Ctrl+K",
         lambda c: c.studies.search(), lambda c: c.studies.has_many()),
    Spec("View", "next-series", "Next series", "", "Ctrl+Down", lambda c: c.next_series(1),
         Commands.is_open),
    Spec("View", "previous-series", "Previous series", "", "Ctrl+Up",
         lambda c: c.next_series(-1), Commands.is_open),
    Spec("View"),
    Spec("View", "language", "Deutsch: use German from the next start", "", "",
         change_language),
    Spec("View", "theme", "Dark or light", "theme", "Ctrl+T", toggle_theme),
    Spec("Workstation", "encrypt", "Encrypt an export…", "", "", lambda c: c.owner.encrypt(),
         tip="One encrypted file for the recipient of an export"),
    Spec("Workstation"),
    Spec("Workstation", "vault", "Vault…", "", "", lambda c: c.owner.vault(),
         tip="Who is behind a pseudonym; the reason is logged"),
    Spec("Workstation", "vault-split", "Copy patients to a new vault…", "", "",
         lambda c: c.owner.split(), tip="For another project, which maps them alike"),
    Spec("Workstation", "vault-merge", "Take over a vault…", "", "", lambda c: c.owner.merge(),
         tip="Everything the vault of another project holds"),
    Spec("Workstation", "vault-crosswalk", "Write the mapping as tables…", "", "",
         lambda c: c.owner.crosswalk(), tip="Two tables that say who is who, not encrypted"),
    Spec("Workstation", "audit-log", "Audit log…", "", "", lambda c: c.owner.log()),
    Spec("Workstation"),
    Spec("Workstation", "keys-shown", "Keys and signers…", "", "", lambda c: c.owner.keys()),
    Spec("Workstation", "keys-import", "Sign with a key of your site…", "", "",
         lambda c: c.owner.import_key(), tip="Key and certificate of a PKCS#12 file"),
    Spec("Workstation", "passphrase", "Change the passphrase…", "", "",
         lambda c: c.owner.passphrase()),
    Spec("Workstation", "users", "Users…", "", "", lambda c: c.owner.users()),
    Spec("Workstation"),
    Spec("Workstation", "lock", "Lock now", "", "Ctrl+L", lambda c: c.owner.lock()),
    Spec("Help", "handbook", "Handbook", "help", "F1", Commands.handbook),
    Spec("Help", "keys", "Keyboard", "", "?", Commands.shortcuts),
    Spec("Help", "about", "About Scanveil", "info", "", Commands.about),
)  # fmt: skip
_STEPS = {"undo": tr("Undo"), "redo": tr("Redo")}
_SHORT = {
    "next": tr("Next (N)"),
    "accept-all": tr("Accept all"),
    "accept-group": tr("Accept group"),
}
_TOOL_BAR = ("open-folder", "undo", "redo")
_BUTTONS = (("accept", 0, 0), ("change", 0, 1), ("keep", 0, 2),
            ("next", 1, 0), ("accept-group", 1, 1), ("accept-all", 1, 2),
            ("agree", 2, 0), ("object", 2, 1), ("agree-all", 2, 2))  # fmt: skip
_SECOND = ("agree", "object", "agree-all", "take-back")


class Actions:
    """The table as Qt actions, in menus, tool bar and buttons."""

    def __init__(self, window: MainWindow, commands: Commands) -> None:
        self._commands = commands
        self.made = {spec.id: _action(window, spec, commands) for spec in TABLE if spec.id}
        window.fill_menus((spec.menu, self.made.get(spec.id)) for spec in TABLE)
        window.fill_tool_bar([self.made[name] for name in _TOOL_BAR], self.made["export"])
        commands.shortcut_rows = [(spec.keys, tr(spec.text)) for spec in TABLE if spec.keys]
        self.refresh()

    def refresh(self) -> None:
        """Enable what can be done now, and name what undo and redo would do."""
        for spec in TABLE:
            if spec.id:
                self.made[spec.id].setEnabled(spec.enabled(self._commands))
        for name in _SECOND:
            self.made[name].setVisible(self._commands.second.is_wanted())
        for name, step in zip(("undo", "redo"), self._commands.steps.names(), strict=True):
            word = _STEPS[name]
            self.made[name].setText(f"{word} {step[:1].lower() + step[1:]}" if step else word)
            self.made[name].setIconText(word)

    def refresh_icons(self) -> None:
        """Icons in the colours of the theme."""
        for spec in TABLE:
            if spec.icon:
                self.made[spec.id].setIcon(theme.icon(spec.icon))

    def buttons(self) -> tuple[tuple[QAction, int, int], ...]:
        """Actions for the buttons below a finding, with row and column."""
        return tuple((self.made[name], row, column) for name, row, column in _BUTTONS)


def _action(window: MainWindow, spec: Spec, commands: Commands) -> QAction:
    made = QAction(tr(spec.text), window)
    made.setObjectName(spec.id)
    if spec.icon:
        made.setIcon(theme.icon(spec.icon))
    if spec.keys:
        made.setShortcut(QKeySequence(spec.keys))
    tip = tr(spec.tip or spec.text).removesuffix("…")
    made.setToolTip(f"{tip} ({spec.keys})" if spec.keys else tip)
    if spec.id in _SHORT:
        made.setIconText(_SHORT[spec.id])
    made.triggered.connect(lambda: spec.handler(commands))
    return made
