"""How much noise there is where: the base of heat map, region check and noise along a series."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from scipy.ndimage import convolve1d, gaussian_filter

Values = NDArray[np.float32]
BLOCK = 16
_ROUNDING = 0.25
_SMOOTHING = 3.0
_FOURTH = np.array([1, -4, 6, -4, 1], np.float32) / 6


def details(plane: NDArray[np.integer], steps: tuple[int, ...] = (1, 2)) -> list[Values]:
    """Magnitudes of second differences at rising scales: diagonal, then along rows and columns.

    Blind to constant and linear signal, so what is left is noise and edges (Immerkaer, CVIU 1996);
    between scales the plane is smoothed (1 2 1).
    """
    smooth = plane.astype(np.float32)
    found: list[Values] = []
    for step in steps:
        bend = _kernel(step, -0.5, 1.0)
        across, down = convolve1d(smooth, bend, axis=1), convolve1d(smooth, bend, axis=0)
        found += [np.abs(convolve1d(across, bend, axis=0)), np.abs(across) + np.abs(down)]
        soft = _kernel(step, 0.25, 0.5)
        smooth = convolve1d(convolve1d(smooth, soft, axis=0), soft, axis=1)
    return found


def fine_details(plane: NDArray[np.integer]) -> list[Values]:
    """Magnitudes of second and of fourth differences: diagonal, then along rows and columns.

    Fourth differences see what a blur takes first, and less of the edges.
    """
    values = plane.astype(np.float32)
    across, down = (convolve1d(values, _FOURTH, axis=axis) for axis in (1, 0))
    fourth = [np.abs(across) + np.abs(down), np.abs(convolve1d(across, _FOURTH, axis=0))]
    return details(plane, (1,)) + fourth


def steepness(plane: NDArray[np.integer]) -> Values:
    """Slope per pixel of the plane smoothed by three pixels: edges, no noise."""
    down, across = np.gradient(gaussian_filter(plane.astype(np.float32), _SMOOTHING))
    return np.asarray(np.hypot(down, across), np.float32)


def noise_grid(plane: NDArray[np.integer]) -> Values:
    """Noise of every block of 16 by 16 pixels, in stored values; NaN where most of it is flat.

    The mean of the lower two thirds of the detail, so that edges do not count.
    """
    detail = details(plane, (1,))[0]
    rows, columns = (side // BLOCK for side in detail.shape)
    blocks = detail[: rows * BLOCK, : columns * BLOCK].reshape(rows, BLOCK, columns, BLOCK)
    flat = np.sort(blocks.transpose(0, 2, 1, 3).reshape(rows, columns, BLOCK * BLOCK), axis=2)
    grid = flat[:, :, : BLOCK * BLOCK * 2 // 3].mean(axis=2) + _ROUNDING
    return np.where((flat > 0).mean(axis=2) > 0.25, grid, np.nan).astype(np.float32)


def _kernel(step: int, side: float, middle: float) -> Values:
    kernel = np.zeros(2 * step + 1, np.float32)
    kernel[0] = kernel[-1] = side
    kernel[step] = middle
    return kernel
