"""Which of the actions in a compound action of Table E.1-1 is the one for an IOD."""

from __future__ import annotations

from viewer.profile.iod_types import Type, attribute_type

_WEAKEST = {"X/Z": "Z", "X/D": "D", "Z/D": "D", "X/Z/D": "D", "X/Z/U*": "U"}


def decide_compound(action: str, tag: int, iod: str, parent: int) -> tuple[str, str]:
    """The code for an action such as X/Z/D, and in words what decided; a single action stays.

    A Type 1 attribute keeps a value, a Type 2 attribute stays without one, and one that is
    optional or not in the IOD goes. Where the IOD is not known, or does not describe the
    sequence ``parent``, the attribute stays as if it were Type 1, emptied where D is no choice.
    """
    compound = bool(iod) and action in _WEAKEST
    kind = attribute_type(iod, tag, parent) if compound else None
    if not compound or (kind is None and parent):
        return _WEAKEST.get(action, action), ""
    reason = f"Type {kind} in {iod}" if kind else f"not in {iod}"
    return _by_type(action, kind or 3), reason


def _by_type(action: str, kind: Type) -> str:
    if kind == 1:
        return "U" if "U" in action else "D"
    return "X" if kind == 3 and "X" in action else "Z"
