"""Which rows a search and a filter leave."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from viewer.gui.header_view.row import Outcome, Row
from viewer.gui.language import tr


class Show(StrEnum):
    """The choices of the action filter."""

    ALL = tr("All attributes")
    CHANGED = tr("Changed in any way")
    REMOVED = tr("Removed or emptied")
    REPLACED = tr("Replaced")
    KEPT = tr("Kept as they are")
    FINDINGS = tr("With a finding")
    UNDECIDED = tr("Undecided")


_OUTCOMES = {
    Show.REMOVED: {Outcome.REMOVED, Outcome.EMPTIED},
    Show.REPLACED: {Outcome.REPLACED},
    Show.KEPT: {Outcome.SAME},
}


@dataclass(frozen=True, slots=True)
class Filter:
    """Text to look for in tag, name, values and rule, case aside, and which actions to show."""

    text: str = ""
    show: Show = Show.ALL

    @property
    def is_open(self) -> bool:
        """Whether it lets everything through."""
        return not self.text and self.show is Show.ALL

    def matches(self, row: Row) -> bool:
        """Whether the row itself passes."""
        return not row.is_item and self._shows(row) and self._contains(row)

    def _shows(self, row: Row) -> bool:
        if self.show is Show.ALL:
            return True
        if self.show is Show.FINDINGS:
            return row.finding is not None
        if self.show is Show.UNDECIDED:
            return row.finding is not None and row.decision is None
        if self.show is Show.CHANGED:
            return row.outcome not in (Outcome.SAME, Outcome.INSIDE)
        return row.outcome in _OUTCOMES[self.show]

    def _contains(self, row: Row) -> bool:
        wanted = self.text.casefold()
        bare = row.tag_text.strip("()").replace(",", "").casefold()
        return (
            wanted in row.tag_text.casefold()
            or wanted == bare
            or wanted in row.keyword.casefold()
            or wanted in row.name.casefold()
            or wanted in row.before.casefold()
            or wanted in row.after.casefold()
            or wanted in row.decided_by.casefold()
        )


def visible(rows: Sequence[Row], wanted: Filter) -> dict[Row | None, tuple[Row, ...]]:
    """The children to show of every row that has any; key None for the top level.

    A row that passes shows all that is below it; one above a row that passes is shown as well.
    """
    shown: dict[Row | None, tuple[Row, ...]] = {}
    shown[None] = tuple(row for row in rows if _keep(row, wanted, shown))
    return shown


def _keep(row: Row, wanted: Filter, shown: dict[Row | None, tuple[Row, ...]]) -> bool:
    if not row.has_children:
        return wanted.matches(row)
    below = tuple(child for child in row.children if _keep(child, wanted, shown))
    if below:
        shown[row] = below
        return True
    return wanted.matches(row)
