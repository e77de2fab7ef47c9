"""One line of the header view: an attribute, or an item of a sequence, before and after."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from enum import StrEnum
from functools import cached_property

from pydicom import Dataset
from pydicom.datadict import (
    dictionary_description,
    keyword_for_tag,
    private_dictionary_description,
)
from pydicom.tag import BaseTag, Tag

from viewer.gui.header_view import values
from viewer.gui.language import tr
from viewer.model import AttributePath, Decision, Finding

FindingsAt = Mapping[tuple[int, ...], Sequence[Finding]]


class Outcome(StrEnum):
    """What cleaning does to an attribute."""

    SAME = "kept"
    REPLACED = "replaced"
    EMPTIED = "emptied"
    REMOVED = "removed"
    ADDED = "added"
    INSIDE = tr("changed inside")


class Context:
    """What all rows of an instance share: findings by place, decisions, is there an after.

    ``decided`` says in words what decided about a row.
    """

    def __init__(
        self,
        findings: Sequence[Finding],
        decisions: Mapping[str, Decision],
        has_after: bool,
        decided: Callable[[Row], str] | None = None,
    ) -> None:
        self.decisions = decisions
        self.decided = decided or _finding_reason
        self.has_after = has_after
        self._findings: dict[tuple[int, ...], list[Finding]] = {}
        for finding in findings:
            if finding.location.attribute:
                self._findings.setdefault(finding.location.attribute.tags, []).append(finding)

    def finding_at(self, path: AttributePath) -> Finding | None:
        """The first finding that holds for a path."""
        for finding in self._findings.get(path.tags, ()):
            if finding.location.attribute and finding.location.attribute.matches(path):
                return finding
        return None


class Row:
    """A line and the lines below it, which are built when somebody looks.

    ``path`` is the attribute's; an item has the path of its sequence and its number in ``item``.
    """

    def __init__(
        self,
        context: Context,
        path: AttributePath,
        before: Dataset | None,
        after: Dataset | None,
        parent: Row | None = None,
        item: int | None = None,
    ) -> None:
        self.context = context
        self.path = path
        self.parent = parent
        self.item = item
        self._before = before
        self._after = after

    @property
    def is_item(self) -> bool:
        """Whether this is an item of a sequence, not an attribute."""
        return self.item is not None

    @property
    def tag_text(self) -> str:
        """(gggg,eeee), or the item's number counted from 1."""
        if self.item is not None:
            return tr("Item {0}").format(self.item + 1)
        tag = self.path.tag
        return f"({tag >> 16:04X},{tag & 0xFFFF:04X})"

    @cached_property
    def name(self) -> str:
        """The attribute's name in PS3.6; private ones with their creator."""
        return "" if self.is_item else _name(self._owner(), Tag(self.path.tag))

    @property
    def keyword(self) -> str:
        """The attribute's keyword in PS3.6, empty for private ones and items."""
        return "" if self.is_item else keyword_for_tag(self.path.tag)

    @cached_property
    def vr(self) -> str:
        """The value representation."""
        return "" if self.is_item else values.vr_of(self._owner(), self.path.tag)

    @property
    def creator(self) -> str:
        """The private creator, empty for public attributes and items."""
        tag = Tag(self.path.tag)
        return _creator(self._owner(), tag) if tag.is_private and not self.is_item else ""

    @cached_property
    def before(self) -> str:
        """The value in the source."""
        return self._value(self._before)

    @cached_property
    def after(self) -> str:
        """The value in the cleaned instance."""
        return self._value(self._after)

    @cached_property
    def finding(self) -> Finding | None:
        """The finding about this attribute."""
        return None if self.is_item else self.context.finding_at(self.path)

    @property
    def decision(self) -> Decision | None:
        """The decision about that finding."""
        return self.context.decisions.get(self.finding.id) if self.finding else None

    @cached_property
    def decided_by(self) -> str:
        """The decision, rule, option or table that decided about it."""
        return self.context.decided(self)

    @property
    def has_children(self) -> bool:
        """Whether there are lines below; cheaper than building them."""
        if self.is_item:
            return True
        return self.vr == "SQ" and bool(self._items(self._before) or self._items(self._after))

    @cached_property
    def children(self) -> tuple[Row, ...]:
        """The items of a sequence, or the attributes of an item."""
        if self.is_item:
            return attribute_rows(self.context, self._before, self._after, self)
        before, after = self._items(self._before), self._items(self._after)
        return tuple(
            Row(self.context, self.path, _nth(before, i), _nth(after, i), self, i)
            for i in range(max(len(before), len(after)))
        )

    @cached_property
    def outcome(self) -> Outcome:
        """What happens to it; SAME when nothing is known of an after."""
        if not self.context.has_after:
            return Outcome.SAME
        if not self._is_in(self._after):
            return Outcome.REMOVED
        if not self._is_in(self._before):
            return Outcome.ADDED
        if self.is_item or self.vr == "SQ":
            return self._outcome_inside()
        return self._outcome_of_values()

    def _outcome_inside(self) -> Outcome:
        if not self.is_item and not self._items(self._after) and self._items(self._before):
            return Outcome.EMPTIED
        if all(child.outcome is Outcome.SAME for child in self.children):
            return Outcome.SAME
        return Outcome.INSIDE

    def _outcome_of_values(self) -> Outcome:
        if self.before == self.after and self._binary_equal():
            return Outcome.SAME
        return Outcome.REPLACED if self.after else Outcome.EMPTIED

    def _binary_equal(self) -> bool:
        if not self.before.endswith(" bytes)") or not self._before or not self._after:
            return True
        tag = self.path.tag
        return bool(self._before[tag].value == self._after[tag].value)

    def _is_in(self, ds: Dataset | None) -> bool:
        return ds is not None and (self.is_item or self.path.tag in ds)

    def _value(self, ds: Dataset | None) -> str:
        if ds is None or self.is_item or self.path.tag not in ds:
            return ""
        return values.value_text(ds, self.path.tag)

    def _owner(self) -> Dataset:
        if self._before is not None and self.path.tag in self._before:
            return self._before
        return self._after if self._after is not None else Dataset()

    def _items(self, ds: Dataset | None) -> Sequence[Dataset]:
        return values.items_of(ds, self.path.tag)


def _finding_reason(row: Row) -> str:
    return row.finding.reason if row.finding else ""


def attribute_rows(
    context: Context, before: Dataset | None, after: Dataset | None, parent: Row | None = None
) -> tuple[Row, ...]:
    """One row per attribute of either data set, in tag order."""
    tags = {int(tag) for ds in (before, after) if ds is not None for tag in ds.keys()}  # noqa: SIM118
    return tuple(Row(context, _path(parent, tag), before, after, parent) for tag in sorted(tags))


def _path(parent: Row | None, tag: int) -> AttributePath:
    if parent is None or parent.item is None:
        return AttributePath((tag,))
    return parent.path.child(parent.item, tag)


def _nth(items: Sequence[Dataset], number: int) -> Dataset | None:
    return items[number] if number < len(items) else None


def _name(ds: Dataset, tag: BaseTag) -> str:
    if not tag.is_private:
        try:
            return dictionary_description(tag)
        except KeyError:
            return tr("Unknown attribute")
    if tag.is_private_creator:
        return tr("Private creator")
    creator = _creator(ds, tag)
    try:
        return f"{private_dictionary_description(tag, creator)} · {values.one_line(creator)}"
    except KeyError:
        return (
            tr("Private · {0}").format(values.one_line(creator))
            if creator
            else tr("Private, creator missing")
        )


def _creator(ds: Dataset, tag: BaseTag) -> str:
    place = Tag(tag.group, tag.element >> 8)
    return values.value_text(ds, place).strip() if place in ds else ""
