"""Pictures of a surface from canonical directions, drawn off screen and kept in memory only."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from typing import Any

import numpy as np
from numpy.typing import NDArray

from viewer.surface.mesh import SkinMesh, to_polydata

Grey = NDArray[np.uint8]
SIZE = 400  # of 320 pixels, the detectors missed an intact real head from above


class Studio:
    """An off-screen window onto one surface that lies in the canonical head frame (LPS mm).

    ``RuntimeError`` when this machine cannot draw at all. Close it to give the memory back.
    """

    def __init__(self, mesh: SkinMesh, size: int = SIZE) -> None:
        os.environ.setdefault("VTK_LOGGING_LEVEL", "ERROR")
        import vtkmodules.vtkRenderingOpenGL2  # noqa: F401
        from vtkmodules.vtkCommonCore import vtkObject
        from vtkmodules.vtkRenderingCore import (
            vtkActor,
            vtkPolyDataMapper,
            vtkRenderer,
            vtkRenderWindow,
        )

        vtkObject.GlobalWarningDisplayOff()
        self._mapper = vtkPolyDataMapper()
        self._mapper.SetInputData(to_polydata(mesh))
        self._mapper.ScalarVisibilityOff()
        actor = vtkActor()
        actor.SetMapper(self._mapper)
        _skin(actor.GetProperty())
        self._renderer = vtkRenderer()
        self._renderer.AddActor(actor)
        self._renderer.AutomaticLightCreationOff()
        _lights(self._renderer)
        self._window: Any = vtkRenderWindow()
        self._window.SetOffScreenRendering(1)
        self._window.SetMultiSamples(0)
        self._window.SetAlphaBitPlanes(1)
        self._window.SetSize(size, size)
        self._window.AddRenderer(self._renderer)

    def __enter__(self) -> Studio:
        return self

    def __exit__(self, *_: object) -> None:
        self._window.Finalize()

    def view(self, yaw: float, pitch: float) -> Grey:
        """240 mm around the face in grey on black (size, size).

        Positive yaw looks from the head's left, positive pitch from above.
        """
        return next(self.views(yaw, pitch, (0.0,)))

    def views(self, yaw: float, pitch: float, backgrounds: Iterable[float]) -> Iterator[Grey]:
        """The same picture on backgrounds from 0 black to 1 white; it is drawn once."""
        self._aim(yaw, pitch)
        self._window.Render()
        grey, is_drawn = self._read()
        for background in backgrounds:
            yield np.where(is_drawn, grey, np.uint8(background * 255))

    def _aim(self, yaw: float, pitch: float) -> None:
        a, b = np.radians(yaw), np.radians(pitch)
        target = np.array([0.0, -55.0, -28.0])
        direction = np.array([np.sin(a) * np.cos(b), -np.cos(a) * np.cos(b), np.sin(b)])
        camera = self._renderer.GetActiveCamera()
        camera.SetFocalPoint(*target)
        camera.SetPosition(*(target + 700 * direction))
        camera.SetViewUp(0, 0, 1)
        camera.SetViewAngle(float(np.degrees(2 * np.arctan(120 / 700))))
        self._renderer.ResetCameraClippingRange()

    def _read(self) -> tuple[Grey, NDArray[np.bool_]]:
        """What was drawn, and where it is not the background."""
        from vtkmodules.util.numpy_support import vtk_to_numpy
        from vtkmodules.vtkRenderingCore import vtkWindowToImageFilter

        grab = vtkWindowToImageFilter()
        grab.SetInput(self._window)
        grab.SetInputBufferTypeToRGBA()
        grab.ReadFrontBufferOff()
        grab.ShouldRerenderOff()
        grab.Update()
        image = grab.GetOutput()
        columns, rows, _ = image.GetDimensions()
        scalars = image.GetPointData().GetScalars()
        if scalars is None:
            raise RuntimeError("this machine cannot draw surfaces")
        pixels = vtk_to_numpy(scalars).reshape(rows, columns, 4)[::-1]
        grey: Grey = pixels[..., :3].mean(axis=2).astype(np.uint8)
        return grey, pixels[..., 3] > 0


def canonical_views(studio: Studio) -> Iterator[Grey]:
    """Forty pictures: five yaws within 30 degrees, four pitches, dark and light background."""
    for pitch in (-20, -8, 4, 16):
        for yaw in (-30, -15, 0, 15, 30):
            yield from studio.views(yaw, pitch, (0.0, 0.75))


def _skin(look: Any) -> None:
    look.SetInterpolationToPhong()
    look.SetColor(0.86, 0.72, 0.62)
    look.SetAmbient(0.12)
    look.SetDiffuse(0.85)
    look.SetSpecular(0.08)
    look.SetSpecularPower(12)


def _lights(renderer: Any) -> None:
    from vtkmodules.vtkRenderingCore import vtkLight

    for place, strength in (((0, 0.9, 1), 0.85), ((-0.8, 0.3, 0.8), 0.25), ((0.8, 0.3, 0.8), 0.25)):
        light = vtkLight()
        light.SetLightTypeToCameraLight()
        light.SetPosition(*place)
        light.SetFocalPoint(0, 0, 0)
        light.SetIntensity(strength)
        renderer.AddLight(light)
