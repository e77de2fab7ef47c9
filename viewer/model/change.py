"""What a cleaning method did, told without the value it did it to."""

from __future__ import annotations

from dataclasses import dataclass

from viewer.model.attribute_path import AttributePath
from viewer.model.box import Box


@dataclass(frozen=True, slots=True)
class Change:
    """One change of one instance; ``rule`` names profile option, standard edition or decision.

    ``what`` is one of: removed, emptied, replaced, cleaned, remapped, shifted, blanked, defaced,
    transcoded, added, kept. ``count`` is the number of values, pixels or voxels concerned.
    """

    method: str
    what: str
    rule: str
    attribute: AttributePath | None = None
    box: Box | None = None
    frames: tuple[int, ...] | None = None
    count: int = 1
