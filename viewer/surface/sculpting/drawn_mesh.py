"""A mesh with a colour for each vertex, as VTK draws it."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import numpy as np
from numpy.typing import NDArray
from scipy import sparse

from viewer.surface.mesh import SkinMesh, to_polydata
from viewer.surface.sculpting.heat import heat_map, rgb_of
from viewer.surface.voxels import EvenGrid, picked_at

Marked = NDArray[np.bool_]
_ZONE_SHARE = 0.55
_GHOST = 0.38
_BLENDS = 40


class DrawnMesh:
    """An actor made of a mesh; colours can be changed, the shape cannot."""

    def __init__(self, mesh: SkinMesh, *, ghost: bool = False) -> None:
        from vtkmodules.util.numpy_support import numpy_to_vtk
        from vtkmodules.vtkRenderingCore import vtkActor, vtkPolyDataMapper

        self.mesh = mesh
        self._colours = np.zeros((len(mesh.points), 3), np.uint8)
        self._data: Any = to_polydata(SkinMesh(mesh.points, mesh.triangles, mesh.normals))
        self._scalars: Any = numpy_to_vtk(self._colours)
        self._data.GetPointData().SetScalars(self._scalars)
        mapper = vtkPolyDataMapper()
        mapper.SetInputData(self._data)
        self.actor: Any = vtkActor()
        self.actor.SetMapper(mapper)
        self._key: object = None
        self._cells: NDArray[np.intp] | None = None
        self._is_ghost = ghost
        _set_look(self.actor.GetProperty(), ghost)

    def paint(self, colours: NDArray[np.floating], key: object) -> None:
        """Give every vertex a colour, 0 to 255, unless it was painted with that key."""
        if key != self._key:
            self._colours[:] = colours
            self._scalars.Modified()
            self._data.Modified()
            self._key = key

    def hide_backs(self, hide: bool) -> None:
        """Whether triangles seen from behind are left out, which takes half the time."""
        self.actor.GetProperty().SetBackfaceCulling(hide or self._is_ghost)

    def marked(self, mask: Marked, grid: EvenGrid) -> Marked:
        """What a mask on a grid, the same one each time, says of every vertex."""
        if self._cells is None:
            self._cells = grid.cells(self.mesh.points.astype(np.float64), mask.shape)
        return picked_at(mask, self._cells)

    def is_painted(self, key: object) -> bool:
        """Whether the colours are those of a key."""
        return key == self._key


def heat_colours(mesh: SkinMesh, *, heat: bool, style: str = "plain") -> NDArray[np.float64]:
    """Colours of a mesh by exposure, or its one colour: "plain" or "defaced"."""
    if heat and mesh.heat.size:
        return heat_map().rgb(mesh.heat)
    one = heat_map().defaced if style == "defaced" else heat_map().plain
    return np.tile(np.array(rgb_of(one), float), (len(mesh.points), 1))


def softened(mesh: SkinMesh) -> SkinMesh:
    """The mesh with its heat blended from vertex to vertex, as regions have no sharp borders."""
    if not mesh.heat.size or not mesh.triangles.size:
        return mesh
    count = len(mesh.points)
    a, b = mesh.triangles.ravel(), np.roll(mesh.triangles, 1, axis=1).ravel()
    edges = sparse.csr_array((np.ones(len(a), np.float32), (a, b)), shape=(count, count))
    many = np.maximum(np.asarray(edges.sum(axis=1)), 1).astype(np.float32)
    heat = mesh.heat
    for _ in range(_BLENDS):
        heat = 0.3 * heat + 0.7 * (edges @ heat) / many
    return replace(mesh, heat=heat.astype(np.float32))


def with_zone(colours: NDArray[np.float64], marked: Marked) -> NDArray[np.float64]:
    """The colours with what will be replaced tinted."""
    result = colours.copy()
    zone = np.array(rgb_of(heat_map().zone), float)
    result[marked] = (1 - _ZONE_SHARE) * result[marked] + _ZONE_SHARE * zone
    return result


def part(mesh: SkinMesh, marked: Marked, *, touching: bool = False) -> SkinMesh:
    """The triangles whose corners are all marked, or with ``touching`` at least one of them."""
    corners = marked[mesh.triangles]
    kept = mesh.triangles[corners.any(axis=1) if touching else corners.all(axis=1)]
    used, corners_now = np.unique(kept, return_inverse=True)
    triangles = corners_now.reshape(-1, 3).astype(np.int32)
    return SkinMesh(mesh.points[used], triangles, mesh.normals[used])


def _set_look(look: Any, ghost: bool) -> None:
    look.SetInterpolationToPhong()
    look.SetAmbient(0.2)
    look.SetDiffuse(0.85)
    look.SetSpecular(0.06)
    look.SetSpecularPower(14)
    if ghost:
        look.SetOpacity(_GHOST)
