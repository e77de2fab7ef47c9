"""Colours by the ICC profile of an image (0028,2000), for screens that show sRGB.

ICC.1:2010, 7.2 (header and tag table), 10.5 (curves), 10.15 (parametric curves), 10.27 (XYZ).
Profiles of three matrix columns and three curves are understood; others are left alone.
"""

from __future__ import annotations

import struct
from functools import lru_cache
from typing import Any

import numpy as np

from viewer.dicom.frame import Array

_FROM_SRGB = np.array(  # sRGB to XYZ as seen under D50, IEC 61966-2-1 adapted by Bradford
    [[0.4360747, 0.3850649, 0.1430804], [0.2225045, 0.7168786, 0.0606169],
     [0.0139322, 0.0971045, 0.7141733]]
)  # fmt: skip
_LEVELS = np.arange(256) / 255.0
_FINE = 4096
_MOST_ENTRIES = 4096
_PARAMETERS = (1, 3, 4, 5, 7)
Floats = np.ndarray[Any, np.dtype[np.float64]]


def to_srgb(rgb: Array, profile: bytes) -> Array | None:
    """uint8 (rows, columns, 3) in sRGB, None when the profile is of a kind not understood."""
    found = _tables(profile)
    if found is None:
        return None
    curves, matrix, is_srgb = found
    if is_srgb:
        return rgb
    flat = rgb.reshape(-1, 3)
    linear = np.stack([curves[channel][flat[:, channel]] for channel in range(3)], axis=1)
    mixed = np.clip(linear @ matrix.T, 0, 1)
    encoded = _encoded_table()[np.rint(mixed * (_FINE - 1)).astype(np.int32)]
    return np.asarray(encoded.reshape(rgb.shape))


@lru_cache(maxsize=8)
def _tables(profile: bytes) -> tuple[Array, Array, bool] | None:
    """Three curves of 256 linear levels, the matrix to linear sRGB, and whether it is sRGB."""
    try:
        tags = _tags(profile)
        matrix = np.stack([_xyz(tags[each]) for each in (b"rXYZ", b"gXYZ", b"bXYZ")], axis=1)
        curves = np.stack([_curve(tags[each]) for each in (b"rTRC", b"gTRC", b"bTRC")])
    except (KeyError, ValueError, struct.error):
        return None
    if not (np.isfinite(matrix).all() and np.isfinite(curves).all()):
        return None
    mix = np.linalg.inv(_FROM_SRGB) @ matrix
    is_srgb = bool(
        np.abs(mix - np.eye(3)).max() < 0.01 and np.abs(curves - _linear(_LEVELS)).max() < 0.01
    )
    return curves.astype(np.float32), mix.astype(np.float32), is_srgb


def _tags(profile: bytes) -> dict[bytes, bytes]:
    if profile[16:20] != b"RGB " or profile[20:24] != b"XYZ ":
        raise ValueError
    (count,) = struct.unpack_from(">I", profile, 128)
    found = {}
    for number in range(min(count, 100)):
        name, start, size = struct.unpack_from(">4sII", profile, 132 + 12 * number)
        found[name] = profile[start : start + size]
    return found


def _xyz(tag: bytes) -> Floats:
    if tag[:4] != b"XYZ ":
        raise ValueError
    return np.array(struct.unpack_from(">3i", tag, 8)) / 65536


def _curve(tag: bytes) -> Floats:
    if tag[:4] == b"para":
        return _parametric(tag)
    if tag[:4] != b"curv":
        raise ValueError
    (count,) = struct.unpack_from(">I", tag, 8)
    if count == 0:
        return _LEVELS
    if count == 1:
        return np.asarray(_LEVELS ** (struct.unpack_from(">H", tag, 12)[0] / 256))
    if count > _MOST_ENTRIES:
        raise ValueError
    entries = np.frombuffer(tag, ">u2", count, 12) / 65535
    return np.interp(_LEVELS, np.linspace(0, 1, count), entries)


def _parametric(tag: bytes) -> Floats:
    """The five functions of 10.15, each a power above a limit and a line below it."""
    (kind,) = struct.unpack_from(">H", tag, 8)
    if kind >= len(_PARAMETERS):
        raise ValueError
    given = np.array(struct.unpack_from(f">{_PARAMETERS[kind]}i", tag, 12)) / 65536
    g, a, b, c, d, e, f = np.pad(given, (0, 7 - len(given)))
    if kind == 0:
        return np.asarray(_LEVELS**g)
    if kind in (1, 2):  # c is added to both parts
        limit, slope, low, high = (-b / a if a else 0.0), 0.0, c, c
    else:
        limit, slope, low, high = d, c, f, e
    power = np.clip(a * _LEVELS + b, 0, None) ** g + high
    return np.asarray(np.where(limit <= _LEVELS, power, slope * _LEVELS + low))


def _linear(levels: Floats) -> Floats:
    """sRGB levels to light, IEC 61966-2-1."""
    return np.asarray(
        np.where(levels <= 0.04045, levels / 12.92, ((levels + 0.055) / 1.055) ** 2.4)
    )


@lru_cache(maxsize=1)
def _encoded_table() -> Array:
    light = np.linspace(0, 1, _FINE)
    level = np.where(light <= 0.0031308, light * 12.92, 1.055 * light ** (1 / 2.4) - 0.055)
    return np.asarray(np.rint(level * 255), np.uint8)
