"""Renders meshes into memory with VTK, without a window on any screen."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray
from PySide6.QtGui import QColor

from viewer.errors import ScanveilError
from viewer.gui.face_view.heat import heat_map
from viewer.gui.face_view.orbit import Orbit
from viewer.surface.mesh import SkinMesh, to_polydata

_ANGLE = 24.0
_MARGIN = 1.2
_LIGHTS = (((-0.4, 0.6, 1.0), 0.85), ((0.9, 0.2, 0.6), 0.4), ((-0.9, -0.3, 0.4), 0.3))


class RenderingError(ScanveilError):
    """This machine cannot draw surfaces."""


class FaceRenderer:
    """An off-screen VTK window with one mesh in it; to be used from one thread only."""

    def __init__(self) -> None:
        import vtkmodules.vtkRenderingOpenGL2  # noqa: F401 - registers the OpenGL classes
        from vtkmodules.vtkCommonCore import vtkLogger, vtkObject
        from vtkmodules.vtkRenderingCore import vtkRenderer, vtkRenderWindow

        vtkObject.GlobalWarningDisplayOff()
        vtkLogger.SetStderrVerbosity(vtkLogger.VERBOSITY_OFF)

        self._renderer: Any = vtkRenderer()
        self._renderer.AutomaticLightCreationOff()
        _add_lights(self._renderer)
        self._window: Any = vtkRenderWindow()
        self._window.SetOffScreenRendering(1)
        self._window.SetMultiSamples(0)
        self._window.AddRenderer(self._renderer)
        self._actor: Any = None
        self._centre = (0.0, 0.0, 0.0)
        self._radius = 1.0

    def prepare(self, mesh: SkinMesh, style: str) -> Any:
        """An actor for a mesh, drawn as "heat", "plain" or "defaced"."""
        from vtkmodules.vtkRenderingCore import vtkActor, vtkPolyDataMapper

        mapper = vtkPolyDataMapper()
        mapper.SetInputData(to_polydata(mesh))
        actor = vtkActor()
        actor.SetMapper(mapper)
        _set_look(actor.GetProperty(), style)
        if style == "heat" and mesh.heat.size:
            mapper.SetLookupTable(_lookup_table())
            mapper.SetScalarRange(0.0, 1.0)
        else:
            mapper.ScalarVisibilityOff()
        return actor

    def show(self, actor: Any) -> None:
        """Put an actor in place of the one before."""
        if self._actor is actor:
            return
        if self._actor is not None:
            self._renderer.RemoveActor(self._actor)
        self._renderer.AddActor(actor)
        self._actor = actor

    def frame(self, mesh: SkinMesh) -> None:
        """Aim at a mesh so that all of it fits."""
        low, high = mesh.points.min(axis=0), mesh.points.max(axis=0)
        x, y, z = (float(value) for value in (low + high) / 2)
        self._centre = (x, y, z)
        self._radius = max(1.0, float((high - low).max()) / 2)

    def render(
        self, orbit: Orbit, width: int, height: int, background: QColor
    ) -> NDArray[np.uint8]:
        """RGB (height, width, 3); raises RenderingError when nothing comes back."""
        self._aim(orbit, width, height)
        self._renderer.SetBackground(background.redF(), background.greenF(), background.blueF())
        self._window.SetSize(width, height)
        self._window.Render()
        return self._read(width, height)

    def close(self) -> None:
        """Give the graphics memory back."""
        self._window.Finalize()

    def _aim(self, orbit: Orbit, width: int, height: int) -> None:
        narrow = min(1.0, width / max(1, height))
        distance = self._radius * _MARGIN / np.sin(np.radians(_ANGLE / 2)) / narrow / orbit.zoom
        camera = self._renderer.GetActiveCamera()
        camera.SetViewAngle(_ANGLE)
        camera.SetFocalPoint(*self._centre)
        camera.SetPosition(
            *(c + distance * d for c, d in zip(self._centre, orbit.direction, strict=True))
        )
        camera.SetViewUp(*orbit.up)
        self._renderer.ResetCameraClippingRange()

    def _read(self, width: int, height: int) -> NDArray[np.uint8]:
        from vtkmodules.util.numpy_support import vtk_to_numpy
        from vtkmodules.vtkRenderingCore import vtkWindowToImageFilter

        grab = vtkWindowToImageFilter()
        grab.SetInput(self._window)
        grab.ReadFrontBufferOff()
        grab.ShouldRerenderOff()
        grab.Update()
        scalars = grab.GetOutput().GetPointData().GetScalars()
        if scalars is None or scalars.GetNumberOfValues() != width * height * 3:
            raise RenderingError("The face cannot be drawn on this machine.")
        return np.ascontiguousarray(vtk_to_numpy(scalars).reshape(height, width, 3)[::-1])


def _set_look(look: Any, style: str) -> None:
    colours = heat_map()
    colour = QColor(colours.defaced if style == "defaced" else colours.plain)
    look.SetColor(colour.redF(), colour.greenF(), colour.blueF())
    look.SetInterpolationToPhong()
    look.SetAmbient(0.25 if style == "heat" else 0.1)
    look.SetDiffuse(0.85)
    look.SetSpecular(0.06)
    look.SetSpecularPower(14)


def _lookup_table() -> Any:
    from vtkmodules.vtkCommonCore import vtkLookupTable

    table = vtkLookupTable()
    table.SetNumberOfTableValues(256)
    for index, rgb in enumerate(heat_map().rgb(np.linspace(0, 1, 256)) / 255):
        table.SetTableValue(index, (*rgb, 1.0))
    table.SetTableRange(0.0, 1.0)
    return table


def _add_lights(renderer: Any) -> None:
    from vtkmodules.vtkRenderingCore import vtkLight

    for place, strength in _LIGHTS:
        light = vtkLight()
        light.SetLightTypeToCameraLight()
        light.SetPosition(*place)
        light.SetFocalPoint(0, 0, 0)
        light.SetIntensity(strength)
        renderer.AddLight(light)
