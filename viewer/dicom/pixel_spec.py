"""What a header says about its pixels, read without trusting any value representation."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from pydicom.dataelem import DataElement, RawDataElement
from pydicom.dataset import Dataset
from pydicom.tag import BaseTag, Tag

from viewer.dicom.failures import damaged

_PIXEL_KEYWORDS = ("PixelData", "FloatPixelData", "DoubleFloatPixelData")


@dataclass(frozen=True, slots=True)
class PixelSpec:
    """The image pixel module (PS3.3 C.7.6.3) as numbers; ``floating`` for float pixel data."""

    rows: int
    columns: int
    frames: int
    samples: int
    bits_allocated: int
    bits_stored: int
    high_bit: int
    signed: bool
    photometric: str
    planar: int
    transfer_syntax: str
    floating: bool = False

    @property
    def frame_bits(self) -> int:
        """Bits of one uncompressed frame as it lies in native Pixel Data."""
        samples = 2 if self.is_subsampled else self.samples
        return self.rows * self.columns * samples * self.bits_allocated

    @property
    def is_subsampled(self) -> bool:
        """Whether native pixels share chroma between two columns (YBR_FULL_422)."""
        return self.photometric in ("YBR_FULL_422", "YBR_PARTIAL_422") and self.samples == 3

    @property
    def shape(self) -> tuple[int, ...]:
        """Shape of one decoded frame."""
        plane = (self.rows, self.columns)
        return plane if self.samples == 1 else (*plane, self.samples)


def pixel_spec(ds: Dataset) -> PixelSpec | None:
    """The pixel attributes of a data set, None when it announces no pixel matrix.

    Raises UnreadableError when they contradict each other.
    """
    rows, columns = number(ds, "Rows"), number(ds, "Columns")
    if rows <= 0 or columns <= 0 or not number(ds, "BitsAllocated"):
        return None
    allocated = number(ds, "BitsAllocated")
    stored = number(ds, "BitsStored") or allocated
    meta = getattr(ds, "file_meta", None)
    spec = PixelSpec(
        rows=rows,
        columns=columns,
        frames=_frames(ds),
        samples=number(ds, "SamplesPerPixel", 1) or 1,
        bits_allocated=allocated,
        bits_stored=stored,
        high_bit=number(ds, "HighBit", stored - 1),
        signed=number(ds, "PixelRepresentation") == 1,
        photometric=text(ds, "PhotometricInterpretation") or "MONOCHROME2",
        planar=number(ds, "PlanarConfiguration"),
        transfer_syntax=str(meta.get("TransferSyntaxUID", "")) if meta is not None else "",
        floating=any(keyword in ds for keyword in _PIXEL_KEYWORDS[1:]),
    )
    _check(spec)
    return spec


def pixel_bytes(ds: Dataset) -> bytes:
    """The value of Pixel Data, empty when absent; reading it does not touch the data set."""
    element = ds._dict.get(_tag("PixelData"))
    return b"" if element is None else bytes(element.value or b"")


def _frames(ds: Dataset) -> int:
    """At least one; a count that cannot be read must not turn into one frame."""
    frames = number(ds, "NumberOfFrames", -1)
    if frames < 0 and "NumberOfFrames" in ds and not _is_empty(ds, "NumberOfFrames"):
        raise damaged("its number of frames cannot be read")
    return max(1, frames)


def _is_empty(ds: Dataset, keyword: str) -> bool:
    return not ds.get_item(keyword).value


def _check(spec: PixelSpec) -> None:
    if spec.rows > 0xFFFF or spec.columns > 0xFFFF or spec.frames > 0x7FFFFFFF:
        raise damaged("its pixel matrix has impossible dimensions")
    if spec.bits_allocated not in (1, 8, 16, 32, 64) or spec.samples not in (1, 3, 4):
        raise damaged("its pixels have an impossible size")
    if not 1 <= spec.bits_stored <= spec.bits_allocated:
        raise damaged("its pixels store more bits than they have")


def number(ds: Dataset, keyword: str, default: int = 0) -> int:
    """First value of an attribute as an integer; ``default`` when absent or no number."""
    raw = _raw(ds, keyword)
    if raw is None:
        return default
    if isinstance(raw, RawDataElement) and raw.VR == "US" and len(raw.value or b"") == 2:
        return int.from_bytes(raw.value or b"", "little" if raw.is_little_endian else "big")
    try:
        value = ds.get(keyword)
        value = value[0] if isinstance(value, (list, tuple)) or _is_multi(value) else value
        return default if value is None or value == "" else int(float(value))
    except Exception:  # noqa: BLE001 - pydicom raises many kinds for damaged values
        return default


def text(ds: Dataset, keyword: str) -> str:
    """An attribute's value as stripped text, empty when absent or unreadable."""
    raw = _raw(ds, keyword)
    if raw is None:
        return ""
    if isinstance(raw, RawDataElement) and raw.VR in ("CS", "UI"):
        words = (raw.value or b"").split(b"\\")[0]
        return words.decode("ascii", "replace").strip(" \0")
    try:
        value = ds.get(keyword)
        value = value[0] if _is_multi(value) else value
        return "" if value is None else str(value).strip(" \0")
    except Exception:  # noqa: BLE001 - pydicom raises many kinds for damaged values
        return ""


def _raw(ds: Dataset, keyword: str) -> RawDataElement | DataElement | None:
    """An element as it is kept, without reading it: most of these are numbers of two bytes."""
    return ds._dict.get(_tag(keyword))


@cache
def _tag(keyword: str) -> BaseTag:
    return Tag(keyword)


def _is_multi(value: object) -> bool:
    return not isinstance(value, (str, bytes)) and hasattr(value, "__getitem__") and bool(value)
