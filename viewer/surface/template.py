"""The average synthetic head as template and atlas: skin, regions of the face, landmarks."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property, lru_cache

import numpy as np
from numpy.typing import NDArray
from scipy.spatial import cKDTree

from viewer.surface.head_shape import HeadShape, Point
from viewer.surface.head_skin import skin_field
from viewer.surface.mesh import SkinMesh, surface_of
from viewer.surface.neighbours import nearest, tree_of

Floats = NDArray[np.float32]
REST = "rest"

# region: weight for recognising somebody; eyes and nose matter most
WEIGHTS = {
    "eyes": 1.0,
    "nose": 1.0,
    "mouth": 0.85,
    "brow": 0.75,
    "chin": 0.7,
    "cheeks": 0.6,
    "ears": 0.6,
    "jaw": 0.45,
    "forehead": 0.3,
    REST: 0.0,
}
REGIONS = tuple(WEIGHTS)


@dataclass(frozen=True)
class Template:
    """The average head in the canonical frame (LPS mm, origin between the ears at eye height).

    ``region`` N uint8 indexes REGIONS; ``area`` N float32, mm2 of skin each vertex stands for.
    """

    mesh: SkinMesh
    region: NDArray[np.uint8]
    area: Floats
    landmarks: dict[str, Point]

    @cached_property
    def weight(self) -> Floats:
        """How much each vertex helps to recognise somebody, 0 to 1."""
        return np.array([WEIGHTS[name] for name in REGIONS], np.float32)[self.region]

    @cached_property
    def tree(self) -> cKDTree:
        """To look for the vertex nearest to a place."""
        return tree_of(self.mesh.points)

    @cached_property
    def around(self) -> NDArray[np.intp]:
        """Each vertex and the nine nearest to it (N, 10)."""
        return nearest(self.tree, self.mesh.points, 10)[1]


@lru_cache(maxsize=1)
def template() -> Template:
    """The template; computed once per process in well under a second."""
    shape = HeadShape()
    z, y, x = (
        np.arange(low, high, 2.0, dtype=np.float32)
        for low, high in ((-190, 126), (-118, 112), (-100, 101))
    )
    origin = np.array([x[0], y[0], z[0]], np.float64)
    field = skin_field(shape, z, y, x).distance
    field[0] = 2.0
    mesh = surface_of(-field, 0.0, origin, 2.0)
    return Template(mesh, region_of(mesh.points), _areas(mesh), shape.landmarks())


def region_of(points: Floats) -> NDArray[np.uint8]:
    """The region of the face of canonical points (N, 3), as index into REGIONS."""
    x, y, z = np.abs(points[:, 0]), points[:, 1], points[:, 2]
    front = y < -45
    tests = {
        "forehead": front & (z > 24) & (z < 75) & (x < 62),
        "jaw": (y < -5) & (z < -60) & (z > -118) & (x < 75),
        "cheeks": front & (z <= 8) & (z > -66) & (x < 66),
        "chin": (y < -58) & (z <= -84) & (z > -116) & (x < 28),
        "mouth": (y < -66) & (z <= -55) & (z > -84) & (x < 33),
        "brow": (y < -62) & (z > 8) & (z <= 26) & (x < 54),
        "eyes": (y < -50) & (z > -17) & (z <= 10) & (x > 14) & (x < 52),
        "nose": (y < -76) & (z > -57) & (z <= 10) & (x < np.clip(11 - z / 4, 11, 22)),
        "ears": (y > -12) & (y < 44) & (z > -52) & (z < 24) & (x > 63),
    }
    region = np.full(len(points), REGIONS.index(REST), np.uint8)
    for name, where in tests.items():
        region[where] = REGIONS.index(name)
    return region


def _areas(mesh: SkinMesh) -> Floats:
    a, b, c = (mesh.points[mesh.triangles[:, corner]] for corner in range(3))
    thirds = np.linalg.norm(np.cross(b - a, c - a), axis=1) / 6
    area = np.zeros(len(mesh.points), np.float64)
    for corner in range(3):
        np.add.at(area, mesh.triangles[:, corner], thirds)
    return area.astype(np.float32)
