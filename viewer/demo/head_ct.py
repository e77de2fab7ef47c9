"""The head CT: a synthetic head as a series of CT Image instances."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray
from pydicom import Dataset
from pydicom.uid import CTImageStorage, ExplicitVRLittleEndian

from viewer.demo.header import new_instance
from viewer.demo.recipe import DemoObject, Recipe
from viewer.surface.phantom import Phantom, head_volume

_INTERCEPT = -1024
_GRIDS = {  # slices, rows, columns and mm between their centres
    "full": ((160, 256, 256), (1.3, 0.95, 0.95)),
    "small": ((40, 64, 64), (5.2, 3.8, 3.8)),
}


def head_ct(recipe: Recipe, thing: DemoObject, size: str) -> Iterator[tuple[str, Dataset]]:
    """File name and data set of each slice, feet to head."""
    shape, spacing = _GRIDS[size]
    phantom = head_volume(recipe.seed, "CT", spacing, shape)
    for index in range(shape[0]):
        yield f"{index + 1:04d}.dcm", _slice(recipe, thing, phantom, index)


def slice_count(size: str) -> int:
    """How many files the series has."""
    return _GRIDS[size][0][0]


def _slice(recipe: Recipe, thing: DemoObject, phantom: Phantom, index: int) -> Dataset:
    ds = new_instance(recipe, thing, CTImageStorage, ExplicitVRLittleEndian, "CT", index + 1)
    ds.ImageType = ["ORIGINAL", "PRIMARY", "AXIAL"]
    ds.AcquisitionNumber = 1
    ds.AcquisitionDate, ds.AcquisitionTime = thing.study.date, thing.study.time
    ds.BodyPartExamined = "HEAD"
    ds.BurnedInAnnotation = "NO"
    ds.LossyImageCompression = "00"
    _technique(ds)
    _plane(ds, recipe, thing, phantom, index)
    _pixels(ds, phantom.array[index])
    return ds


def _technique(ds: Dataset) -> None:
    ds.ScanOptions = "HELICAL MODE"
    ds.KVP = 120
    ds.DataCollectionDiameter = 250
    ds.ReconstructionDiameter = 243
    ds.GantryDetectorTilt = 0
    ds.TableHeight = 150
    ds.RotationDirection = "CW"
    ds.ExposureTime = 1000
    ds.XRayTubeCurrent = 220
    ds.ConvolutionKernel = "SOFT"


def _plane(ds: Dataset, recipe: Recipe, thing: DemoObject, phantom: Phantom, index: int) -> None:
    corner = phantom.affine @ np.array([0, 0, index, 1.0])
    ds.PatientPosition = "HFS"
    ds.FrameOfReferenceUID = recipe.uid("frame of reference", thing.name)
    ds.PositionReferenceIndicator = ""
    ds.ImagePositionPatient = [round(float(value), 4) for value in corner[:3]]
    ds.ImageOrientationPatient = [1, 0, 0, 0, 1, 0]
    ds.SliceLocation = round(float(corner[2]), 4)
    ds.SliceThickness = phantom.spacing[0]
    ds.PixelSpacing = list(phantom.spacing[1:])


def _pixels(ds: Dataset, hounsfield: NDArray[np.int16]) -> None:
    ds.SamplesPerPixel = 1
    ds.PhotometricInterpretation = "MONOCHROME2"
    ds.Rows, ds.Columns = hounsfield.shape
    ds.BitsAllocated, ds.BitsStored, ds.HighBit = 16, 12, 11
    ds.PixelRepresentation = 0
    ds.RescaleIntercept, ds.RescaleSlope, ds.RescaleType = _INTERCEPT, 1, "HU"
    ds.WindowCenter, ds.WindowWidth = 40, 80
    ds.PixelData = (hounsfield - _INTERCEPT).astype("<u2").tobytes()
