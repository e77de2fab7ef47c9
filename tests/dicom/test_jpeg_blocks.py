"""Blocks of a JPEG become solid; every other coefficient stays, told by libjpeg itself."""

from __future__ import annotations

import io
import shutil
import subprocess
from pathlib import Path
from typing import Any

import cv2
import imagecodecs
import jpeglib
import numpy as np
import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray
from PIL import Image

from viewer.dicom.jpeg_blocks import fill_blocks
from viewer.dicom.jpeg_entropy import CannotFillBlocks

KINDS = ("grey", "444", "422", "420", "440", "rgb")
BLACK = {"grey": (0,), "rgb": (0, 0, 0)}
Array = NDArray[Any]


def picture(rows: int, columns: int, kind: str, seed: int = 0) -> Array:
    """Waves and a little noise, in grey or colour."""
    y, x = np.mgrid[:rows, :columns]
    waves = 128 + 60 * np.sin(x / 17) + 50 * np.cos(y / 23)
    noise = np.random.default_rng(seed).normal(0, 8, (rows, columns, 3))
    colour = (waves[..., None] + noise + (0, 25, -25)).clip(0, 255).astype(np.uint8)
    return np.ascontiguousarray(colour[..., 0]) if kind == "grey" else colour


def coded(image: Array, kind: str, *, level: int = 85, **more: Any) -> bytes:
    if kind == "rgb":
        return bytes(imagecodecs.jpeg8_encode(image, level=level, outcolorspace="RGB", **more))
    sampled = {} if kind == "grey" else {"subsampling": kind}
    return bytes(imagecodecs.jpeg8_encode(image, level=level, **sampled, **more))


def coefficients(codestream: bytes, folder: Path) -> tuple[list[Array], Array, list[Array]]:
    """Coefficients by component, sampling factors and quantisation tables, as libjpeg has them."""
    path = folder / "one.jpg"
    path.write_bytes(codestream)
    read = jpeglib.read_dct(str(path))
    parts = [each for each in (read.Y, read.Cb, read.Cr) if each is not None]
    return parts, np.array(read.samp_factor), list(read.qt)


def check(codestream: bytes, mask: Array, levels: tuple[int, ...], folder: Path) -> bytes:
    """Fill, and compare coefficient by coefficient; the filled codestream."""
    filled, touched = fill_blocks(codestream, mask, levels)
    assert touched[mask].all()
    (before, factors, tables), (after, again, same) = (
        coefficients(each, folder) for each in (codestream, filled)
    )
    assert np.array_equal(factors, again)
    assert all(np.array_equal(a, b) for a, b in zip(tables, same, strict=True))
    down, across = (8 * factors.max(axis=0)) if len(before) > 1 else (8, 8)
    for number, (old, new) in enumerate(zip(before, after, strict=True)):
        each = factors[number] if len(before) > 1 else np.array([1, 1])
        height, width = down // each[0], across // each[1]
        rows, columns = np.arange(old.shape[0]) * height, np.arange(old.shape[1]) * width
        inside = (rows < mask.shape[0])[:, None] & (columns < mask.shape[1])
        solid = np.zeros(old.shape[:2], bool)
        solid[inside] = touched[
            np.ix_(rows[rows < mask.shape[0]], columns[columns < mask.shape[1]])
        ].ravel()
        kept = inside & ~solid
        assert np.array_equal(old[kept], new[kept])
        ac = new[solid].reshape(-1, 64)[:, 1:]
        assert not ac.any()
    return filled


def shows(codestream: bytes, mask: Array, value: int) -> None:
    """Two builds of libjpeg-turbo and Pillow see the fill."""
    flag = cv2.IMREAD_UNCHANGED
    pictures = [
        imagecodecs.jpeg8_decode(codestream),
        cv2.imdecode(np.frombuffer(codestream, np.uint8), flag),
        np.asarray(Image.open(io.BytesIO(codestream))),
    ]
    for each in pictures:
        assert (each[mask] == value).all()


@settings(
    max_examples=250, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(
    kind=st.sampled_from(KINDS),
    size=st.tuples(st.integers(5, 70), st.integers(5, 70)),
    corner=st.tuples(st.integers(0, 69), st.integers(0, 69)),
    extent=st.tuples(st.integers(1, 40), st.integers(1, 40)),
    level=st.sampled_from([20, 75, 95, 100]),
    optimize=st.booleans(),
    restart=st.sampled_from([0, 1, 3]),
)
def test_any_box_in_any_sampling(
    kind: str,
    size: tuple[int, int],
    corner: tuple[int, int],
    extent: tuple[int, int],
    level: int,
    optimize: bool,
    restart: int,
    tmp_path: Path,
) -> None:
    image = picture(*size, kind)
    codestream = (
        restarted(image, kind, level, restart)
        if restart
        else coded(image, kind, level=level, optimize=optimize)
    )
    mask = np.zeros(size, bool)
    corner = corner[0] % size[0], corner[1] % size[1]
    mask[corner[0] : corner[0] + extent[0], corner[1] : corner[1] + extent[1]] = True
    filled = check(codestream, mask, BLACK.get(kind, (0, 128, 128)), tmp_path)
    shows(filled, mask, 0)


def restarted(image: Array, kind: str, level: int, every: int) -> bytes:
    """With restart markers after so many MCUs."""
    out = io.BytesIO()
    sampled = {"444": 0, "422": 1, "420": 2}.get(kind)
    more: dict[str, Any] = {} if sampled is None else {"subsampling": sampled}
    if kind == "rgb":
        more["keep_rgb"] = True
    Image.fromarray(image).save(out, "JPEG", quality=level, restart_marker_blocks=every, **more)
    return out.getvalue()


@pytest.mark.parametrize("value", [0, 37, 128, 255])
def test_other_values_are_met_as_closely_as_the_quantiser_allows(
    value: int, tmp_path: Path
) -> None:
    mask = np.zeros((48, 64), bool)
    mask[10:20, 12:50] = True
    filled = check(coded(picture(48, 64, "grey"), "grey"), mask, (value,), tmp_path)
    inside = imagecodecs.jpeg8_decode(filled)[mask].astype(int)
    assert inside.min() == inside.max()
    assert abs(inside[0] - value) <= (0 if value in (0, 255) else 2)


def test_twelve_bits_are_filled_too() -> None:
    image = (picture(40, 56, "grey").astype("u2") * 16) % 4096
    codestream = imagecodecs.jpeg8_encode(image, level=90, bitspersample=12)
    mask = np.zeros((40, 56), bool)
    mask[5:20, 9:30] = True
    for value in (0, 4095):
        filled, touched = fill_blocks(codestream, mask, (value,))
        before, after = (imagecodecs.jpeg8_decode(each) for each in (codestream, filled))
        assert (after[mask] == value).all()
        assert np.array_equal(after[~touched], before[~touched])


@pytest.mark.parametrize("kind", ["grey", "444", "422", "420"])
def test_components_in_scans_of_their_own(kind: str, tmp_path: Path) -> None:
    if shutil.which("jpegtran") is None:
        pytest.skip("jpegtran is not installed")
    script = tmp_path / "scans"
    script.write_text("0;\n" if kind == "grey" else "0;\n1 2;\n")
    (tmp_path / "in.jpg").write_bytes(coded(picture(61, 83, kind), kind))
    command = ["jpegtran", "-scans", script, "-restart", "5B", tmp_path / "in.jpg"]
    codestream = subprocess.run(command, check=True, capture_output=True).stdout
    assert codestream.count(b"\xff\xda") == (1 if kind == "grey" else 2)
    mask = np.zeros((61, 83), bool)
    mask[30:41, 2:80] = True
    filled = check(codestream, mask, (0,) if kind == "grey" else (0, 128, 128), tmp_path)
    shows(filled, mask, 0)


def test_a_table_without_the_code_it_takes_is_replaced(tmp_path: Path) -> None:
    flat = np.full((40, 40), 130, np.uint8)
    codestream = coded(flat, "grey", optimize=True)
    mask = np.zeros((40, 40), bool)
    mask[8:16, 8:24] = True
    filled = check(codestream, mask, (0,), tmp_path)
    shows(filled, mask, 0)
    assert filled.count(b"\xff\xc4") == codestream.count(b"\xff\xc4") + 1


def test_what_is_outside_the_touched_blocks_is_the_same_bits() -> None:
    codestream = restarted(picture(64, 64, "grey"), "grey", 90, 8)
    mask = np.zeros((64, 64), bool)
    mask[24:32] = True
    filled, _ = fill_blocks(codestream, mask, (0,))
    rows = [each.split(b"\xff\xda")[-1].split(b"\xff\xd0")[0] for each in (codestream, filled)]
    assert rows[0] == rows[1]
    assert codestream[-40:] == filled[-40:]


def test_bytes_hidden_behind_the_last_block_go() -> None:
    codestream = coded(picture(16, 16, "grey"), "grey")
    hidden = codestream[:-2] + b"ROSENTHAL^MARIELLE" + codestream[-2:] + b"after the end"
    filled, _ = fill_blocks(hidden, np.ones((16, 16), bool), (0,))
    assert b"ROSENTHAL" not in filled
    assert filled.endswith(b"\xff\xd9")


def _progressive() -> bytes:
    out = io.BytesIO()
    Image.fromarray(picture(40, 40, "grey")).save(out, "JPEG", progressive=True)
    return out.getvalue()


def _without_restart_interval() -> bytes:
    codestream = restarted(picture(40, 40, "grey"), "grey", 80, 2)
    at = codestream.index(b"\xff\xdd")
    return codestream[:at] + codestream[at + 6 :]


def _cut() -> bytes:
    codestream = coded(picture(40, 40, "grey"), "grey")
    return codestream[: len(codestream) // 2] + b"\xff\xd9"


@pytest.mark.parametrize(
    "codestream",
    [
        b"",
        b"\xff\xd8\xff\xd9",
        _progressive(),
        bytes(imagecodecs.jpeg8_encode(picture(40, 40, "grey"), lossless=True)),
        bytes(imagecodecs.jpegls_encode(picture(40, 40, "grey"))),
        _without_restart_interval(),
        _cut(),
        coded(picture(40, 41, "grey"), "grey"),
    ],
)
def test_what_cannot_be_filled_is_told(codestream: bytes) -> None:
    with pytest.raises(CannotFillBlocks):
        fill_blocks(codestream, np.ones((40, 40), bool), (0,))


@settings(max_examples=400, deadline=None)
@given(st.integers(0, 10_000), st.integers(0, 255), st.booleans())
@example(place=162, value=0, cut=False)
def test_damage_never_gets_out_of_hand(place: int, value: int, cut: bool) -> None:
    codestream = bytearray(coded(picture(24, 24, "420"), "420", optimize=True))
    codestream[place % len(codestream)] = value
    data = bytes(codestream[: place % len(codestream)] if cut else codestream)
    mask = np.zeros((24, 24), bool)
    mask[3:9, 3:20] = True
    try:
        filled, _ = fill_blocks(data, mask, (0, 128, 128))
    except CannotFillBlocks:
        return
    assert len(filled) <= 2 * len(data) + 64
