"""A wrapper that keeps identifying text out of logs, tracebacks and file names."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True, repr=False)
class Masked:
    """Text that identifies somebody; ``str()`` and ``repr()`` show only its shape.

    ``reveal()`` is the one way to the text, so every use of it can be found by name.
    """

    _text: str = field(repr=False)

    def reveal(self) -> str:
        return self._text

    def __str__(self) -> str:
        return f"{''.join(map(_shape, self._text[:40]))} ({len(self._text)})"

    def __repr__(self) -> str:
        return f"Masked({self})"

    def __format__(self, spec: str) -> str:
        return format(str(self), spec)

    def __bool__(self) -> bool:
        return bool(self._text)


NOTHING = Masked("")


def _shape(character: str) -> str:
    if character.isdigit():
        return "9"
    if character.isalpha():
        return "X" if character.isupper() else "x"
    return character if character in "^ .,:;/-_=\\" else "?"
