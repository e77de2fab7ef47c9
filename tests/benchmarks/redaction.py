"""What blanking a box costs per frame, and the memory it takes, one process for each line."""

from __future__ import annotations

import multiprocessing
import resource
from collections.abc import Callable, Iterator
from pathlib import Path
from time import process_time

import imagecodecs
import numpy as np
from pydicom.dataset import FileDataset
from pydicom.encaps import encapsulate

from tests.benchmarks.places import Places
from tests.clean.pixels.build import image, saved
from viewer.clean import CleanContext, InstancePlan
from viewer.clean.pixels.blank_boxes import METHOD
from viewer.dicom import FrameReader, read_dataset
from viewer.identifiers import Identifiers
from viewer.model import Box, Masked, PatientMapping, Series, Source
from viewer.profile import load_profile

_PREFIX = "1.2.840.10008.1.2.4."


def measure(places: Places) -> Iterator[str]:
    """A colour cine in JPEG, and 2,000 frames in three encodings; all frames have the box."""
    spawn = multiprocessing.get_context("spawn")
    for name, frames in _CASES:
        source = saved(_made(name, frames), places.scratch, f"{name}.dcm")
        with spawn.Pool(1) as pool:
            seconds, peak, size = pool.apply(_blank, (str(source.path),))
        yield (
            f"{name}, {frames} frames: {1000 * seconds / frames:.1f} ms CPU per frame, "
            f"{size / 2**20:.0f} MB file, peak {peak / 2**20:.0f} MB"
        )


def _blank(path: str) -> tuple[float, int, int]:
    """CPU seconds (with the decoder's), peak resident bytes of this process, size of the file."""
    source = Source(Path(path))
    dataset = read_dataset(source)
    with FrameReader() as reader:
        context = CleanContext(
            profile=load_profile("research"),
            mapping=PatientMapping("P1", "P1", -100, b"k" * 32),
            identifiers=Identifiers(),
            reader=reader,
            series=Series("1.2", "1.1", "US", Masked(""), 1, ()),
        )
        start = process_time()
        METHOD.clean(
            dataset, InstancePlan(source, "1.2", boxes=((Box(9, 9, 150, 20), None),)), context
        )
        seconds = process_time() - start
    seconds += sum(resource.getrusage(resource.RUSAGE_CHILDREN)[:2])
    return seconds, _peak(), source.path.stat().st_size


def _peak() -> int:
    """Peak resident bytes of this process alone; what getrusage says holds the parent's too."""
    lines = Path("/proc/self/status").read_text().splitlines()
    return next(int(each.split()[1]) * 1024 for each in lines if each.startswith("VmHWM"))


def _made(name: str, frames: int) -> FileDataset:
    colour = name == "jpeg-colour-600x800"
    rows, columns = (600, 800) if colour else (256, 256)
    y, x = np.mgrid[:rows, :columns]
    noise = np.random.default_rng(4).normal(0, 6, (rows, columns))
    grey = (120 + 60 * np.sin(x / 19) + 40 * np.cos(y / 23) + noise).clip(0, 255).astype("u1")
    picture = np.dstack([grey, grey // 2, 255 - grey]) if colour else grey
    ds = image(picture, photometric="YBR_FULL_422" if colour else "MONOCHROME2")
    ds.NumberOfFrames = frames
    if name not in _ENCODERS:
        ds.PixelData = picture.tobytes() * frames
        return ds
    ending, encode = _ENCODERS[name]
    ds.PixelData = encapsulate([encode(picture)] * frames)
    ds["PixelData"].is_undefined_length = True
    ds.file_meta.TransferSyntaxUID = _PREFIX + ending
    return ds


_Encode = Callable[[np.ndarray], bytes]
_ENCODERS: dict[str, tuple[str, _Encode]] = {
    "jpeg-colour-600x800": ("50", lambda a: imagecodecs.jpeg8_encode(a, 85, subsampling="420")),
    "jpeg-256x256": ("50", lambda a: imagecodecs.jpeg8_encode(a, 85)),
    "jpeg-ls-256x256": ("80", imagecodecs.jpegls_encode),
}
_CASES = (
    ("jpeg-colour-600x800", 27),
    ("uncompressed-256x256", 2000),
    ("jpeg-256x256", 2000),
    ("jpeg-ls-256x256", 2000),
)
