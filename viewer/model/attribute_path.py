"""Where an attribute stands in a data set, through any number of sequences."""

from __future__ import annotations

import re
from dataclasses import dataclass

_STEP = re.compile(r"\(([0-9A-Fa-f]{4}),([0-9A-Fa-f]{4})\)(?:\[(\d+|\*)\])?")


@dataclass(frozen=True, slots=True, order=True)
class AttributePath:
    """Tags from the root to an attribute, with zero-based item numbers for the sequences passed.

    ``items`` has one number per tag but the last; -1 stands for every item, written ``[*]``.
    """

    tags: tuple[int, ...]
    items: tuple[int, ...] = ()

    @property
    def tag(self) -> int:
        """The attribute's own tag."""
        return self.tags[-1]

    def child(self, item: int, tag: int) -> AttributePath:
        """The path of an attribute inside an item of this sequence."""
        return AttributePath((*self.tags, tag), (*self.items, item))

    def matches(self, other: AttributePath) -> bool:
        """Whether both name the same place, with -1 on either side standing for any item."""
        return self.tags == other.tags and all(
            mine == its or -1 in (mine, its)
            for mine, its in zip(self.items, other.items, strict=True)
        )

    def __str__(self) -> str:
        items = (*self.items, None)
        return ">".join(
            f"({tag >> 16:04X},{tag & 0xFFFF:04X})" + _item(item)
            for tag, item in zip(self.tags, items, strict=True)
        )

    @classmethod
    def parse(cls, text: str) -> AttributePath:
        """Read back what ``str()`` wrote; raises ValueError on anything else."""
        steps = [_STEP.fullmatch(part) for part in text.split(">")]
        matched = [step for step in steps if step]
        if len(matched) != len(steps) or any(step[3] is None for step in matched[:-1]):
            raise ValueError("not an attribute path")
        tags = tuple(int(step[1] + step[2], 16) for step in matched)
        items = tuple(-1 if step[3] == "*" else int(step[3]) for step in matched[:-1])
        return cls(tags, items)


def _item(item: int | None) -> str:
    if item is None:
        return ""
    return "[*]" if item < 0 else f"[{item}]"
