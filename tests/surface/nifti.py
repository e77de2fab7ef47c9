"""A reader for the two NIfTI-1 heads beside the project; enough for them and nothing more."""

from __future__ import annotations

import gzip
import struct
from pathlib import Path

import numpy as np

from viewer.surface import Voxels

_KINDS = {2: np.uint8, 4: np.int16, 8: np.int32, 16: np.float32, 512: np.uint16}


def read_nifti(path: Path) -> Voxels:
    """The volume as MR voxels, its affine turned from RAS to LPS."""
    content = gzip.decompress(path.read_bytes())
    sizes = struct.unpack_from("<3h", content, 42)
    (kind,) = struct.unpack_from("<h", content, 70)
    start, slope, intercept = struct.unpack_from("<3f", content, 108)
    values = np.frombuffer(content, _KINDS[kind], int(np.prod(sizes)), int(start))
    array = values.reshape(sizes[::-1]).astype(np.float32)
    if slope:
        array = array * slope + intercept
    affine = np.eye(4)
    affine[:3] = np.array(struct.unpack_from("<12f", content, 280)).reshape(3, 4)
    return Voxels.even(array, np.diag([-1.0, -1.0, 1.0, 1.0]) @ affine, "MR")
