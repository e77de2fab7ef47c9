"""Which of the actions in a compound action of Table E.1-1 is the one for an IOD."""

from __future__ import annotations

from viewer.profile.iod_types import Type, attribute_type, lists_references

_REFERENCES = "X/Z/U*"
_WEAKEST = {"X/Z": "Z", "X/D": "D", "Z/D": "D", "X/Z/D": "D", _REFERENCES: "U"}


def decide_compound(action: str, tag: int, iod: str, parent: int) -> tuple[str, str]:
    """The code for an action such as X/Z/D, and in words what decided; a single action stays.

    A Type 1 attribute keeps a value, a Type 2 attribute stays without one, and one that is
    optional or not in the IOD goes. References stay, with new UIDs, also where they are Type 2
    or where the IOD lists them once more: half of them would contradict the other half.
    Where the IOD is not known, or does not describe the sequence ``parent``, nothing goes.
    """
    compound = bool(iod) and action in _WEAKEST
    kind = attribute_type(iod, tag, parent) if compound else None
    if not compound or (kind is None and parent):
        return _WEAKEST.get(action, action), ""
    reason = f"Type {kind} in {iod}" if kind else f"not in {iod}"
    if action == _REFERENCES:
        stays = kind in (1, 2) or lists_references(iod)
        return "U" if stays else "X", reason
    return _by_type(action, kind or 3), reason


def _by_type(action: str, kind: Type) -> str:
    if kind == 1:
        return "D"
    return "X" if kind == 3 and "X" in action else "Z"
