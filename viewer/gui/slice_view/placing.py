"""How an image lies in the patient, beyond what its instance says."""

from __future__ import annotations

import numpy as np
from pydicom import Dataset

from viewer.dicom import frame_planes
from viewer.dicom.elements import read_element
from viewer.dicom.geometry import plane_axes
from viewer.model import Instance

_SIDES, _MOST_LETTERS = frozenset("ALRPHF"), 3
_PATIENT_ORIENTATION = 0x00200020


def aspect(instance: Instance, header: Dataset) -> float:
    """Height of a pixel over its width, from the spacing or Pixel Aspect Ratio (0028,0034)."""
    if instance.spacing and min(instance.spacing) > 0:
        return _sensible(instance.spacing[0] / instance.spacing[1])
    try:
        vertical, horizontal = (float(each) for each in header.PixelAspectRatio)
        return _sensible(vertical / horizontal)
    except (AttributeError, TypeError, ValueError, ZeroDivisionError):
        return 1.0


def _sensible(aspect: float) -> float:
    return aspect if 0.05 <= aspect <= 20 else 1.0


def facing(instance: Instance, header: Dataset) -> tuple[str, str]:
    """Sides of the patient to the right and below, from Patient Orientation (0020,0020)."""
    if instance.orientation is not None or _PATIENT_ORIENTATION not in header:
        return "", ""
    found = read_element(header, _PATIENT_ORIENTATION)
    values = found.value if found is not None else ()
    if isinstance(values, str) or not hasattr(values, "__len__") or len(values) != 2:
        return "", ""
    right, below = (str(each).strip().upper() for each in values)
    known = all(set(each) <= _SIDES and len(each) <= _MOST_LETTERS for each in (right, below))
    return (right, below) if known else ("", "")


def depths_mm(instance: Instance, header: Dataset) -> tuple[float, ...]:
    """Of each frame along the normal of the images, empty when it is not known."""
    if instance.frames > 1:
        found = frame_planes(header)
        positions, orientation = found[:2] if found else (np.empty((0, 3)), None)
    else:
        positions = np.array([instance.position] if instance.position else [], float)
        orientation = instance.orientation
    axes = plane_axes(orientation) if orientation is not None else None
    if not len(positions) or axes is None:
        return ()
    return tuple(float(each) for each in positions @ axes[2])
