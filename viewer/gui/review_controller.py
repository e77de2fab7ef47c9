"""The only object that changes a ReviewSession; it saves each change as it is made."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from viewer import access, review
from viewer.errors import ScanveilError
from viewer.gui.language import tr
from viewer.model import Action, Area, Box, Decision, FaceEdit, Finding, Loaded, ScanResult, Source
from viewer.profile import load_profile
from viewer.review import History, Outlook, ReviewSession, SessionStore, Standing
from viewer.review.history import Step


class ReviewController(QObject):
    """Works without a window. ``opened`` and ``changed`` follow the session, ``refused`` a person.

    ``is_complete`` says whether every detector has looked; before that nothing is exported.
    """

    opened = Signal()
    changed = Signal()
    refused = Signal(str)

    def __init__(self, store: SessionStore | None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._store = store
        self.session: ReviewSession | None = None
        self.is_read_only = False
        self.is_complete = False
        self._needs_two = False
        self._outlook: tuple[ReviewSession, access.User | None, Outlook] | None = None

    def use_store(self, store: SessionStore) -> None:
        """Save to a store from the next studies on."""
        self._store = store

    @property
    def store(self) -> SessionStore | None:
        """Where decisions are saved, None while the keys are closed."""
        return self._store

    def open(self, loaded: Loaded, profile: str, reviewer: str) -> None:
        """Begin with what was loaded, and with what was decided about it before."""
        history = History()
        self.is_read_only, self.is_complete = False, False
        if self._store is not None:
            stored = self._store.claim(loaded)
            self.is_read_only = stored.read_only
            history = History((Step("", stored.state),))
        self._ask_profile(profile)
        self.session = ReviewSession(loaded, ScanResult(), profile, reviewer, history)
        self.opened.emit()
        self.changed.emit()

    def attach(self, scan: ScanResult, *, is_complete: bool) -> None:
        """Take the results of a scan; earlier decisions find their findings by id."""
        if self.session is not None:
            self.session = self.session.rescanned(scan)
            self.is_complete = is_complete
            self.changed.emit()

    @property
    def needs_two(self) -> bool:
        """Whether the profile requires two different reviewers."""
        return self._needs_two

    @property
    def is_second_wanted(self) -> bool:
        """Whether the profile requires a second reviewer, or one has said something."""
        return self._needs_two or bool(self.session and self.session.state.opinions)

    def _ask_profile(self, name: str) -> None:
        """A profile that cannot be read makes the scan fail, which is told there."""
        self._needs_two = False
        with suppress(ScanveilError):
            self._needs_two = load_profile(name).two_reviewers

    def set_profile(self, profile: str) -> None:
        """Work with another profile; the caller scans again."""
        if self.session is not None:
            self._ask_profile(profile)
            self.session = replace(self.session, profile=profile)
            self.attach(ScanResult(), is_complete=False)

    @property
    def findings(self) -> tuple[Finding, ...]:
        """All findings of the session, none without a session."""
        return self.session.findings if self.session else ()

    def decisions(self) -> dict[str, Decision]:
        """The decisions in force, by finding id."""
        return self.session.decisions() if self.session else {}

    def standings(self) -> dict[str, Standing]:
        """How each decided finding stands with a second reviewer, where one is wanted."""
        return self.outlook.standings if self.outlook and self.is_second_wanted else {}

    def waiting(self) -> tuple[Finding, ...]:
        """What waits for an opinion of whoever is there."""
        return self.outlook.waiting if self.outlook else ()

    def others(self) -> frozenset[str]:
        """Ids of findings somebody else than whoever is there decided about."""
        return self.outlook.others if self.outlook else frozenset()

    @property
    def outlook(self) -> Outlook | None:
        """What the session means to whoever is there."""
        session, who = self.session, access.user()
        if session is None:
            return None
        known = self._outlook
        if known is None or known[0] is not session or known[1] != who:
            made = Outlook(_here(session), known[2] if known else None)
            known = self._outlook = session, who, made
        return known[2]

    def to_do(self) -> frozenset[str]:
        """What whoever is there should look at: undecided, else to agree with, else objected to."""
        if self.session is None:
            return frozenset()
        found = self.session.undecided() or self.waiting()
        if found:
            return frozenset(each.id for each in found)
        return frozenset(key for key, each in self.standings().items() if each is Standing.OBJECTED)

    def agree(self, finding_ids: Iterable[str]) -> None:
        """Agree with what somebody else decided, in one step."""
        self._do(lambda session: review.agree(session, finding_ids))

    def object_to(self, finding_ids: Iterable[str], reason: str) -> None:
        """Object to it, for a reason."""
        self._do(lambda session: review.object_to(session, finding_ids, reason))

    def take_back(self, finding_ids: Iterable[str]) -> None:
        """Take back what whoever is there said."""
        self._do(lambda session: review.take_back(session, finding_ids))

    def accept(self, finding_id: str) -> None:
        """Accept what is proposed."""
        self._do(lambda session: review.accept(session, finding_id))

    def accept_group(self, finding_ids: Iterable[str]) -> None:
        """Accept every undecided proposal of a group in one step."""
        self._do(lambda session: review.accept_group(session, finding_ids))

    def change(self, finding_id: str, action: Action, reason: str = "") -> None:
        """Decide something else than was proposed."""
        self._do(lambda session: review.change_action(session, finding_id, action, reason))

    def keep(self, finding_id: str, reason: str) -> None:
        """Leave it as it is, for a reason."""
        self._do(lambda session: review.keep(session, finding_id, reason))

    def keep_group(self, finding_ids: Iterable[str], reason: str) -> None:
        """Leave every undecided finding of a group as it is, for one reason."""
        self._do(lambda session: review.keep_group(session, finding_ids, reason))

    def reopen_group(self, finding_ids: Iterable[str]) -> None:
        """Make a group undecided again."""
        self._do(lambda session: review.withdraw_group(session, finding_ids))

    def load_decisions(self, path: Path) -> int:
        """Take over the decisions of a file; returns how many of them fit what is open."""
        taken = [0]

        def adopt(session: ReviewSession) -> ReviewSession:
            result, decisions = review.read_decisions(path, session.loaded, session.scan)
            known = {each.id for each in session.findings}
            marked = [each for each in result.findings if each.id not in known]
            taken[0] = len(decisions)
            return review.adopt(session, marked, decisions.values())

        self._do(adopt)
        return taken[0]

    def reopen(self, finding_id: str) -> None:
        """Make it undecided again."""
        self._do(lambda session: review.withdraw(session, finding_id))

    def draw(self, area: Area, source: Source, frame: int) -> str:
        """Mark pixels of one frame by hand; returns the new finding's id, empty when refused."""
        made = [""]

        def add(session: ReviewSession) -> ReviewSession:
            for series in session.loaded.series():
                for each in series.instances:
                    if each.source == source:
                        number = frame if each.frames > 1 else None
                        done, made[0] = review.add_box(session, series, each, number, area)
                        return done
            return session

        self._do(add)
        return made[0]

    def move(self, finding_id: str, box: Box) -> None:
        """Move or resize a box."""
        self._do(lambda session: review.set_box(session, finding_id, box))

    def delete(self, finding_id: str) -> None:
        """Delete a box drawn by hand."""
        self._do(lambda session: review.delete_box(session, finding_id))

    def edit_face(self, finding_id: str, edit: FaceEdit, name: str) -> None:
        """Remove a face as edited; ``name`` is the step's."""
        self._do(lambda session: review.edit_face(session, finding_id, edit, name))

    def to_all_frames(self, finding_id: str) -> None:
        """Blank a box in every frame."""
        self._do(lambda session: review.apply_to_all_frames(session, finding_id))

    def to_series(self, finding_id: str) -> None:
        """Blank a box in the whole series."""
        self._do(lambda session: review.apply_to_series(session, finding_id))

    def to_range(self, finding_id: str, first: int, last: int) -> None:
        """Blank it from one image of the series to another, counted from 0."""
        self._do(lambda session: review.apply_to_range(session, finding_id, first, last))

    def to_alike(self, finding_id: str) -> None:
        """Blank it in every other series of the same geometry."""
        self._do(lambda session: review.copy_to_alike(session, finding_id))

    def undo(self) -> None:
        """Take back the last step."""
        self._do(review.undo)

    def redo(self) -> None:
        """Bring back the step undone last."""
        self._do(review.redo)

    def go_to(self, step: int) -> None:
        """Go back or forward to a step of the history."""
        self._do(lambda session: review.go_to(session, step))

    def same_value(self, finding_id: str) -> tuple[str, ...]:
        """Undecided findings that hold the value of this one."""
        return review.same_value(self.session, finding_id) if self.session else ()

    def close(self) -> None:
        """Release the studies for other windows."""
        if self._store is not None:
            self._store.close()
            self._store = None

    def _do(self, edit: Callable[[ReviewSession], ReviewSession]) -> None:
        before = self.session
        if before is None:
            return
        if self.is_read_only:
            self.refused.emit(tr("Another window reviews this study. This one can only look."))
            return
        try:
            access.require("decide")
            after = edit(_here(before))
            if after.history == before.history:
                return
            if self._store is not None:
                self._store.save(before, after)
        except ScanveilError as error:
            self.refused.emit(str(error))
            return
        self.session = after
        self.changed.emit()


def _here(session: ReviewSession) -> ReviewSession:
    """The session in the hands of whoever is logged in now; people can change at one window."""
    who = access.user()
    role, person = who.role if who else session.reviewer, access.person()
    if (role, person) == (session.reviewer, session.person):
        return session
    return replace(session, reviewer=role, person=person)
