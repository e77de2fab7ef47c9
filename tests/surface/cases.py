"""The grid that defacing is judged on: identities, contrasts, slices and fields of view."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from viewer.surface import Phantom, Voxels
from viewer.surface.phantom import head_volumes

CONTRASTS = ("CT", "T1", "T2")
CUTS = {"1 mm": (1.0, 1.0, 1.0), "5 mm axial": (5.0, 1.0, 1.0), "5 mm sagittal": (1.0, 1.0, 5.0)}
# centre (x, y, z) and size (z, y, x) in mm of what was scanned
FIELDS = {
    "full": ((0.0, -4.0, -3.0), (256.0, 240.0, 210.0)),
    "from eyes up": ((0.0, -4.0, 52.5), (145.0, 240.0, 210.0)),
    "sinus": ((0.0, -55.0, -22.0), (116.0, 150.0, 170.0)),
}


@dataclass(frozen=True, slots=True)
class Case:
    """One phantom of the grid."""

    seed: int
    contrast: str
    cut: str
    field: str

    @property
    def name(self) -> str:
        """Its key in results."""
        return f"{self.seed}/{self.contrast}/{self.cut}/{self.field}"

    def phantom(self, coarser: float = 1.0) -> Phantom:
        """The head; ``coarser`` multiplies the fine spacings, for tests."""
        return _heads(self.seed, self.cut, self.field, coarser)[CONTRASTS.index(self.contrast)]


@lru_cache(maxsize=1)
def _heads(seed: int, cut: str, field: str, coarser: float) -> tuple[Phantom, ...]:
    """One head in every contrast: what takes long is common to them."""
    a, b, c = (each if each > 1 else each * coarser for each in CUTS[cut])
    centre, size = FIELDS[field]
    z, y, x = (max(2, round(mm / each)) for mm, each in zip(size, (a, b, c), strict=True))
    return tuple(head_volumes(seed, CONTRASTS, (a, b, c), (z, y, x), centre=centre))


def grid(identities: int) -> Iterator[Case]:
    """Every case, so ordered that any beginning of it covers all contrasts, cuts and fields."""
    kinds = [(cut, field) for cut in CUTS for field in FIELDS]
    for turn in range(len(kinds)):
        for seed in range(1, identities + 1):
            for contrast in CONTRASTS:
                yield Case(seed, contrast, *kinds[(turn + seed * 5) % len(kinds)])


def voxels_of(phantom: Phantom) -> Voxels:
    """The volume of a phantom."""
    kind = "CT" if phantom.modality == "CT" else "MR"
    return Voxels.even(phantom.array, phantom.affine, kind)
