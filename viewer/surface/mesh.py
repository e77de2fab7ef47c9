"""Triangles of a skin surface, and the few steps between numpy and VTK."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

import numpy as np
from numpy.typing import NDArray
from vtkmodules.util.numpy_support import numpy_to_vtk, numpy_to_vtkIdTypeArray, vtk_to_numpy
from vtkmodules.vtkCommonCore import vtkPoints
from vtkmodules.vtkCommonDataModel import vtkCellArray, vtkImageData, vtkPolyData
from vtkmodules.vtkFiltersCore import (
    vtkFlyingEdges3D,
    vtkPolyDataConnectivityFilter,
    vtkPolyDataNormals,
    vtkQuadricClustering,
    vtkWindowedSincPolyDataFilter,
)

from viewer.surface.neighbours import nearest as nearest_in
from viewer.surface.neighbours import tree_of

Floats = NDArray[np.float32]
Indices = NDArray[np.int32]


@dataclass(frozen=True)
class SkinMesh:
    """A closed or open skin surface.

    ``points`` N x 3 float32, LPS mm; ``triangles`` M x 3 int32; ``normals`` N x 3 float32, outward;
    ``heat`` N float32, 0 (says nothing about who it is) to 1.
    """

    points: Floats
    triangles: Indices
    normals: Floats
    heat: Floats = field(default_factory=lambda: np.zeros(0, np.float32))

    def moved(self, matrix: NDArray[np.float64]) -> SkinMesh:
        """The mesh under a 4 x 4 similarity transform."""
        turn = matrix[:3, :3] / np.cbrt(np.linalg.det(matrix[:3, :3]))
        return SkinMesh(
            (self.points @ matrix[:3, :3].T + matrix[:3, 3]).astype(np.float32),
            self.triangles,
            (self.normals @ turn.T).astype(np.float32),
            self.heat,
        )


def surface_of(
    values: Floats, level: float, origin: NDArray[np.float64], spacing: float, *, smooth: int = 15
) -> SkinMesh:
    """The largest iso-surface of a grid [z, y, x] in LPS mm; inside is above ``level``.

    ``origin`` is the x, y, z in mm of the first voxel; ``smooth`` counts steps of smoothing.
    """
    image = vtkImageData()
    image.SetDimensions(*values.shape[::-1])
    image.SetOrigin(*(float(value) for value in origin))
    image.SetSpacing(spacing, spacing, spacing)
    image.GetPointData().SetScalars(numpy_to_vtk(np.ascontiguousarray(values).ravel(), deep=True))
    edges = vtkFlyingEdges3D()
    edges.SetInputData(image)
    edges.SetValue(0, level)
    edges.ComputeNormalsOff()
    edges.ComputeScalarsOff()
    largest = vtkPolyDataConnectivityFilter()
    largest.SetInputConnection(edges.GetOutputPort())
    largest.SetExtractionModeToLargestRegion()
    return _from_polydata(_with_normals(_smoothed(largest, smooth) if smooth else largest))


def _smoothed(source: Any, iterations: int) -> Any:
    smooth = vtkWindowedSincPolyDataFilter()
    smooth.SetInputConnection(source.GetOutputPort())
    smooth.SetNumberOfIterations(iterations)
    smooth.SetPassBand(0.12)
    smooth.NormalizeCoordinatesOn()
    return smooth


def reduced(mesh: SkinMesh, divisions: int = 150) -> SkinMesh:
    """A coarser mesh to draw while it is being turned; normals and heat of the nearest vertex."""
    if not mesh.triangles.size:
        return mesh
    cluster = vtkQuadricClustering()
    cluster.SetInputData(to_polydata(mesh))
    cluster.SetNumberOfDivisions(divisions, divisions, divisions)
    cluster.AutoAdjustNumberOfDivisionsOn()
    cluster.UseInputPointsOn()
    coarse = _from_polydata(_with_normals(cluster))
    nearest = nearest_in(tree_of(mesh.points), coarse.points)[1]
    heat = mesh.heat[nearest] if mesh.heat.size else mesh.heat
    return SkinMesh(coarse.points, coarse.triangles, mesh.normals[nearest], heat)


def to_polydata(mesh: SkinMesh) -> Any:
    """The mesh as vtkPolyData with normals, and heat as scalars when there is any."""
    points = vtkPoints()
    points.SetData(numpy_to_vtk(mesh.points, deep=True))
    cells = vtkCellArray()
    ends = np.arange(0, 3 * len(mesh.triangles) + 1, 3, dtype=np.int64)
    corners = mesh.triangles.astype(np.int64).ravel()
    cells.SetData(
        numpy_to_vtkIdTypeArray(ends, deep=True), numpy_to_vtkIdTypeArray(corners, deep=True)
    )
    data = vtkPolyData()
    data.SetPoints(points)
    data.SetPolys(cells)
    data.GetPointData().SetNormals(numpy_to_vtk(mesh.normals, deep=True))
    if mesh.heat.size:
        data.GetPointData().SetScalars(numpy_to_vtk(mesh.heat, deep=True))
    return data


def _with_normals(source: Any) -> Any:
    normals = vtkPolyDataNormals()
    normals.SetInputConnection(source.GetOutputPort())
    normals.SplittingOff()
    normals.ConsistencyOff()
    normals.Update()
    return normals.GetOutput()


def _from_polydata(data: Any) -> SkinMesh:
    if not data.GetNumberOfCells():
        empty = np.zeros((0, 3), np.float32)
        return SkinMesh(empty, np.zeros((0, 3), np.int32), empty)
    points = vtk_to_numpy(data.GetPoints().GetData()).astype(np.float32)
    cells = vtk_to_numpy(data.GetPolys().GetConnectivityArray()).reshape(-1, 3).astype(np.int32)
    normals = vtk_to_numpy(data.GetPointData().GetNormals()).astype(np.float32)
    return SkinMesh(points, cells, normals)
