"""Reads data sets: any byte layout, no surprises later."""

from __future__ import annotations

from dataclasses import dataclass

from pydicom.dataset import Dataset, FileDataset

from viewer.dicom.failures import damaged
from viewer.dicom.origin import read_bytes
from viewer.dicom.parsed import Parsed, parse
from viewer.errors import UnreadableError
from viewer.model import Source


@dataclass(frozen=True, slots=True)
class Container:
    """What surrounds and disturbs the data set in its file.

    ``duplicates`` are attributes whose tag was met before at the top level, each in a data set of
    its own; the data set of the file holds the first one.
    """

    preamble: bytes
    meta: bytes
    trailing: bytes
    duplicates: tuple[Dataset, ...]
    out_of_order: bool


def read_dataset(source: Source | bytes, *, pixels: bool = True) -> FileDataset:
    """The data set of a file, zip member or bytes; its elements stay raw until touched.

    ``file_meta.TransferSyntaxUID`` is always there, guessed from the bytes when the file lacks it.
    Big endian becomes Explicit VR Little Endian on the way, bulk data included.

    Raises UnreadableError when the bytes are damaged, truncated, too large or nested too deep.
    """
    content = source if isinstance(source, bytes) else read_bytes(source)
    return dataset_of(parse_safely(content), pixels=pixels)


def read_container(source: Source | bytes) -> Container:
    """Preamble, file meta and whatever follows the data set; raises UnreadableError."""
    content = source if isinstance(source, bytes) else read_bytes(source)
    return _container(parse_safely(content))


def read_with_container(source: Source | bytes, *, pixels: bool) -> tuple[FileDataset, Container]:
    """The data set and what is around it, parsed once; raises UnreadableError."""
    content = source if isinstance(source, bytes) else read_bytes(source)
    parsed = parse_safely(content)
    return dataset_of(parsed, pixels=pixels), _container(parsed)


def _container(parsed: Parsed) -> Container:
    encoding, layout = parsed.encoding, parsed.layout
    trailing = bytes(encoding.buffer[layout.end :])
    duplicates = tuple(parsed.duplicates())
    return Container(encoding.preamble, encoding.meta, trailing, duplicates, layout.out_of_order)


def parse_safely(content: bytes) -> Parsed:
    """Parse, with every way bytes can fail turned into UnreadableError."""
    try:
        return parse(content)
    except UnreadableError:
        raise
    except MemoryError:
        raise damaged("it asks for more memory than there is") from None
    except Exception as error:  # noqa: BLE001 - a hostile file must not end the program
        raise damaged(f"its structure cannot be followed ({type(error).__name__})") from None


def dataset_of(parsed: Parsed, *, pixels: bool = True) -> FileDataset:
    """The data set of a parsed file; raises UnreadableError."""
    try:
        return parsed.dataset(pixels=pixels)
    except Exception as error:  # noqa: BLE001 - a hostile file must not end the program
        raise damaged(f"its attributes cannot be read ({type(error).__name__})") from None
