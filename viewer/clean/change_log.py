"""Counts what a method does, place by place, without ever holding a value."""

from __future__ import annotations

from viewer.model import AttributePath, Change


class ChangeLog:
    """Changes of one method on one instance; items of a sequence are counted together."""

    def __init__(self, method: str) -> None:
        self._method = method
        self._counts: dict[tuple[str, str, tuple[int, ...]], int] = {}

    def add(self, what: str, rule: str, tags: tuple[int, ...], count: int = 1) -> None:
        """Note a change at the attribute reached by ``tags``, in any item."""
        key = (what, rule, tags)
        self._counts[key] = self._counts.get(key, 0) + count

    def changes(self) -> list[Change]:
        """The changes in the order of their first occurrence."""
        return [
            Change(self._method, what, rule, _path(tags), count=count)
            for (what, rule, tags), count in self._counts.items()
        ]


def _path(tags: tuple[int, ...]) -> AttributePath | None:
    return AttributePath(tags, (-1,) * (len(tags) - 1)) if tags else None
