"""Which decision, rule, option or table decided about an attribute, in words."""

from __future__ import annotations

from collections.abc import Iterable

from viewer.gui.header_view.row import Outcome, Row
from viewer.gui.language import tr
from viewer.model import Change
from viewer.profile import Profile

_UNCHANGED = {
    "X": tr("it stays for now"),
    "Z": tr("already empty or a code"),
    "D": tr("already empty or a dummy"),
    "U": tr("a UID of the standard"),
    "C": tr("nothing in it identifies"),
}
_GONE = {"removed", "emptied"}


class Rules:
    """The profile's rules for one instance, and what its cleaning said about each change."""

    def __init__(
        self, profile: Profile, sop_class_uid: str, changes: Iterable[Change] = ()
    ) -> None:
        self._profile = profile
        self._sop_class = sop_class_uid
        self._done: dict[tuple[int, ...], list[tuple[str, str]]] = {}
        self._added = ""
        for each in changes:
            if each.attribute:
                self._done.setdefault(each.attribute.tags, []).append((each.what, each.rule))
            elif each.what == "added":
                self._added = each.rule

    def decided(self, row: Row) -> str:
        """What decided about a row; empty for an item of a sequence."""
        if row.is_item:
            return ""
        said = [row.finding.reason] if row.finding else [self._rule(row)]
        if row.decision and row.finding:
            decided = f"{row.decision.reviewer}: {row.decision.action.value}"
            said = [each for each in (decided, row.decision.reason, *said) if each]
        return "; ".join(said)

    def _rule(self, row: Row) -> str:
        if row.outcome is Outcome.ADDED:
            return self._added or self._profile_says(row)
        if row.outcome is Outcome.REMOVED and (above := self._above(row)):
            return above
        done = self._done.get(row.path.tags, ())
        if row.outcome is not Outcome.SAME:
            return next((rule for _, rule in done), "") or self._profile_says(row)
        return next((rule for what, rule in done if what == "kept"), "") or self._profile_says(row)

    def _above(self, row: Row) -> str:
        """The rule that took the sequence away in which an attribute stood."""
        for length in range(1, len(row.path.tags)):
            for what, rule in self._done.get(row.path.tags[:length], ()):
                if what in _GONE:
                    return tr("{0} (the sequence around it)").format(rule)
        return ""

    def _profile_says(self, row: Row) -> str:
        *within, tag = row.path.tags
        if tag & 0xFFFF < 0x100 and tag >> 16 & 1:
            return tr("goes with the private attributes of its block")
        rule = self._profile.rule(
            tag,
            sop_class_uid=self._sop_class,
            within=tuple(within),
            creator=row.creator,
            vr=row.vr,
        )
        if not row.context.has_after or row.outcome is not Outcome.SAME or rule.code == "K":
            return rule.source
        if row.vr == "SQ":
            return tr("{0}; its items are looked at one by one").format(rule.source)
        return f"{rule.source}; {_UNCHANGED[rule.code]}"
