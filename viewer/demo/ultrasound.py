"""The ultrasound cine: moving speckle in a sector, under a banner with the patient's data."""

from __future__ import annotations

from collections.abc import Iterator

import cv2
import numpy as np
from numpy.typing import NDArray
from pydicom import Dataset
from pydicom.tag import Tag
from pydicom.uid import ExplicitVRLittleEndian, UltrasoundMultiFrameImageStorage
from scipy import ndimage

from viewer.demo.drawing import draw_texts
from viewer.demo.header import new_instance
from viewer.demo.recipe import DemoObject, Recipe

_ROWS, _COLUMNS = 600, 800
_APEX = (400.0, 84.0)  # column and row the beams come from
_NEAR, _FAR, _HALF_ANGLE = 26.0, 486.0, 0.66  # pixels, pixels, radians
_FRAMES = {"full": 24, "small": 4}
_CM_PER_PIXEL = 14.0 / (_FAR - _NEAR)
_TISSUE = np.array([0.94, 0.98, 1.0])
_INK = (238, 232, 180)


def ultrasound(recipe: Recipe, thing: DemoObject, size: str) -> Iterator[tuple[str, Dataset]]:
    """File name and data set of the one multi-frame instance."""
    ds = new_instance(recipe, thing, UltrasoundMultiFrameImageStorage, ExplicitVRLittleEndian, "US")
    ds.ImageType = ["ORIGINAL", "PRIMARY", "", "0001"]
    ds.PatientOrientation = ""
    ds.BodyPartExamined = "ABDOMEN"
    ds.BurnedInAnnotation = "YES"
    ds.LossyImageCompression = "00"
    ds.TransducerType = "SECTOR_PHASED"
    ds.SequenceOfUltrasoundRegions = [_region()]
    _pixels(ds, cine(recipe, thing, _FRAMES[size]))
    yield thing.file, ds


def cine(recipe: Recipe, thing: DemoObject, frames: int) -> NDArray[np.uint8]:
    """The frames, uint8 (frames, rows, columns, 3), RGB; speckle moves, the texts stay."""
    tissue = _tissue(np.random.default_rng(recipe.seed))
    columns, rows, inside = _sector()
    moving = np.zeros((frames, _ROWS, _COLUMNS, 3), np.uint8)
    for index, frame in enumerate(moving):
        breath = 9.0 * np.sin(2 * np.pi * index / frames)
        grey = cv2.remap(tissue, columns, rows + np.float32(breath), cv2.INTER_LINEAR)
        frame[...] = (grey * inside)[..., None] * _TISSUE
        _grey_bar(frame)
        draw_texts(frame, recipe.texts_of(thing), _INK)
    return moving


def _tissue(random: np.random.Generator) -> NDArray[np.float32]:
    """Echoes by depth and beam, 0 to 255: liver speckle, a vessel, the diaphragm."""
    depth, beam = np.mgrid[0:500, 0:320].astype(np.float32)
    field = random.standard_normal((2, 500, 320), dtype=np.float32)
    smooth = ndimage.gaussian_filter(field, (0, 1.1, 1.8))
    speckle = np.hypot(*smooth) / 0.28
    mean = 92 * np.exp(-depth / 900)
    mean = np.where(np.hypot((depth - 230) / 30, (beam - 205) / 18) < 1, 7, mean)
    mean = np.where(np.hypot((depth - 160) / 16, (beam - 110) / 12) < 1, 9, mean)
    mean += 130 * np.exp(-(((depth - 395 + 0.0012 * (beam - 150) ** 2) / 5) ** 2))
    echoes: NDArray[np.float32] = np.clip(mean * speckle, 0, 255).astype(np.float32)
    return echoes


def _sector() -> tuple[NDArray[np.float32], NDArray[np.float32], NDArray[np.bool_]]:
    """For each pixel the beam and depth it shows, and whether it lies in the sector."""
    row, column = np.mgrid[0:_ROWS, 0:_COLUMNS].astype(np.float32)
    across, down = column - _APEX[0], row - _APEX[1]
    radius, angle = np.hypot(across, down), np.arctan2(across, down)
    inside = (radius > _NEAR) & (radius < _FAR) & (np.abs(angle) < _HALF_ANGLE)
    beam = (angle / _HALF_ANGLE + 1) * 159.5
    return beam.astype(np.float32), (radius - _NEAR).astype(np.float32), inside


def _grey_bar(frame: NDArray[np.uint8]) -> None:
    frame[120:376, 28:42] = np.arange(255, -1, -1, dtype=np.uint8)[:, None, None]


def _region() -> Dataset:
    region = Dataset()
    region.RegionSpatialFormat = 1
    region.RegionDataType = 1
    region.RegionFlags = 2
    half = round(_FAR * np.sin(_HALF_ANGLE))
    region.RegionLocationMinX0 = round(_APEX[0]) - half
    region.RegionLocationMinY0 = round(_APEX[1])
    region.RegionLocationMaxX1 = round(_APEX[0]) + half
    region.RegionLocationMaxY1 = round(_APEX[1] + _FAR)
    region.PhysicalUnitsXDirection = region.PhysicalUnitsYDirection = 3
    region.PhysicalDeltaX = region.PhysicalDeltaY = _CM_PER_PIXEL
    return region


def _pixels(ds: Dataset, frames: NDArray[np.uint8]) -> None:
    ds.SamplesPerPixel = 3
    ds.PhotometricInterpretation = "RGB"
    ds.PlanarConfiguration = 0
    ds.UltrasoundColorDataPresent = 1
    ds.NumberOfFrames, ds.Rows, ds.Columns = frames.shape[:3]
    ds.FrameTime = "40"
    ds.FrameIncrementPointer = Tag("FrameTime")
    ds.BitsAllocated, ds.BitsStored, ds.HighBit, ds.PixelRepresentation = 8, 8, 7, 0
    ds.PixelData = frames.tobytes()
    ds["PixelData"].VR = "OB"
