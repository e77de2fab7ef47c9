"""Draws surfaces into memory with VTK, without a window on any screen."""

from __future__ import annotations

from collections.abc import Iterable
from time import perf_counter
from typing import Any

import numpy as np
from numpy.typing import NDArray

from viewer.model.study import Vector
from viewer.surface.sculpting.drawn_mesh import DrawnMesh
from viewer.surface.sculpting.heat import packed, rgb_of
from viewer.surface.sculpting.messages import Look, Picture, Spot
from viewer.surface.sculpting.orbit import Orbit

_ANGLE = 24.0
_MARGIN = 1.12
_LIGHTS = (((-0.4, 0.6, 1.0), 0.85), ((0.9, 0.2, 0.6), 0.4), ((-0.9, -0.3, 0.4), 0.3))
_MOVING_S, _WORKING_S, _HURRIED_S = 0.028, 0.09, 0.01
_LEAST_SHARE, _HURRIED_SHARE = 0.35, 0.28
_FAR = 0.999999


class Painter:
    """An off-screen VTK window; to be used from one thread only."""

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
        self._shown: list[Any] = []
        self._centre: Vector = (0.0, 0.0, 0.0)
        self._radius = 1.0
        self._size = (1, 1)
        self._inverse: NDArray[np.float64] = np.eye(4)
        self._second_per_pixel = 2e-8

    def frame(self, low: Vector, high: Vector) -> None:
        """Aim at a box in LPS mm so that all of it fits."""
        x, y, z = ((a + b) / 2 for a, b in zip(low, high, strict=True))
        self._centre = (x, y, z)
        self._radius = max(1.0, max(b - a for a, b in zip(low, high, strict=True)) / 2)

    def draw(self, meshes: Iterable[DrawnMesh], look: Look, *, hurry: bool = False) -> Picture:
        """A picture of meshes; raises RuntimeError when nothing comes back.

        In a ``hurry`` a picture in motion takes a third of its time, as more must be done in it.
        """
        share = self._share(look, hurry)
        width, height = max(8, round(look.width * share)), max(8, round(look.height * share))
        self._show([each.actor for each in meshes])
        self._aim(look.orbit, look.width, look.height)
        self._renderer.SetBackground(*(each / 255 for each in rgb_of(look.background)))
        self._window.SetSize(width, height)
        start = perf_counter()
        self._window.Render()
        pixels = self._read(width, height)
        if look.pace == "move":
            spent = (perf_counter() - start) / (width * height)
            self._second_per_pixel += 0.3 * (spent - self._second_per_pixel)
        projection = self._projection(width / height)
        self._inverse = np.asarray(np.linalg.inv(projection), np.float64)
        self._size = (width, height)
        flat = tuple(float(each) for each in projection.ravel())
        return Picture(width, height, packed(pixels), flat)

    def pick(self, spot: Spot) -> Vector | None:
        """The place in LPS mm under a spot of the last picture (0 to 1 from the top left)."""
        width, height = self._size
        column = min(max(0, int(spot[0] * width)), width - 1)
        row = min(max(0, int((1 - spot[1]) * height)), height - 1)
        depth = self._window.GetZbufferDataAtPoint(column, row)
        if depth >= _FAR:
            return None
        clip = np.array([2 * spot[0] - 1, 1 - 2 * spot[1], 2 * depth - 1, 1.0])
        x, y, z, w = self._inverse @ clip
        return float(x / w), float(y / w), float(z / w)

    def close(self) -> None:
        """Give the graphics memory back."""
        self._window.Finalize()

    def _share(self, look: Look, hurry: bool) -> float:
        """How much of each side is drawn: all of it at rest, else what is quick."""
        if look.pace == "rest":
            return 1.0
        moving, least = (_HURRIED_S, _HURRIED_SHARE) if hurry else (_MOVING_S, _LEAST_SHARE)
        limit = moving if look.pace == "move" else _WORKING_S
        quick = limit / max(self._second_per_pixel, 1e-10)
        return float(np.clip(np.sqrt(quick / (look.width * look.height)), least, 1.0))

    def _show(self, actors: list[Any]) -> None:
        if actors == self._shown:
            return
        for each in self._shown:
            self._renderer.RemoveActor(each)
        for each in actors:
            self._renderer.AddActor(each)
        self._shown = actors

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

    def _projection(self, aspect: float) -> NDArray[np.float64]:
        camera = self._renderer.GetActiveCamera()
        found = camera.GetCompositeProjectionTransformMatrix(aspect, -1, 1)
        return np.array([[found.GetElement(i, j) for j in range(4)] for i in range(4)])

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
            raise RuntimeError("this machine cannot draw surfaces")
        return np.asarray(vtk_to_numpy(scalars).reshape(height, width, 3)[::-1])


def _add_lights(renderer: Any) -> None:
    from vtkmodules.vtkRenderingCore import vtkLight

    for place, strength in _LIGHTS:
        light = vtkLight()
        light.SetLightTypeToCameraLight()
        light.SetPosition(*place)
        light.SetFocalPoint(0, 0, 0)
        light.SetIntensity(strength)
        renderer.AddLight(light)
