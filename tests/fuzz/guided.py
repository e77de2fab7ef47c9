"""``python -m tests.fuzz.guided PARSER [--seconds 60]``: bytes that reach new lines of our parsers.

Needs ``pip install atheris`` (Linux and macOS, Apache-2.0), which is no part of the environment.
A parser may give something, or say with an error of its own that it cannot; anything else is a
fault, and its bytes are left in ``crash-*``.
"""

from __future__ import annotations

import argparse
import logging
import sys
import tempfile
import warnings
from collections.abc import Callable
from pathlib import Path

try:
    import atheris
except ImportError:
    raise SystemExit("Needs the package atheris: pip install atheris") from None

with atheris.instrument_imports(include=["viewer"]):
    from viewer.clean.jpeg_markers import UnknownStructure, without_remarks
    from viewer.dicom import InMemory, read_dataset, read_header
    from viewer.dicom.codestream import inspect
    from viewer.dicom.fragments import fragment_spans, frame_spans
    from viewer.dicom.random_access import RandomAccess
    from viewer.errors import UnreadableError

from tests.dicom.made import file_bytes, image, ramp
from tests.fuzz.seeds import seeds
from tests.hostile.builders import RLE, compressed, fragments, jpeg
from viewer.dicom import pixel_spec
from viewer.dicom.rle import decode_rle, encode_rle

_LONGEST = 1 << 14
_SPEC = pixel_spec(compressed(RLE, encode_rle(ramp(16, 16, "uint8"))))


def _header(data: bytes) -> None:
    stream: RandomAccess = InMemory(data)
    read_header(stream)


def _rle(data: bytes) -> None:
    assert _SPEC is not None
    decode_rle(data, _SPEC)


def _fragments(data: bytes) -> None:
    frame_spans(data, fragment_spans(data), 1 + len(data) % 3)


PARSERS: dict[str, Callable[[bytes], object]] = {
    "dataset": read_dataset,
    "header": _header,
    "fragments": _fragments,
    "codestream": inspect,
    "remarks": without_remarks,
    "rle": _rle,
}


def _beginnings(folder: Path, parser: str) -> None:
    """Whole inputs of a parser, one file each."""
    whole = {
        "fragments": [fragments(b"", jpeg(), jpeg())],
        "codestream": [jpeg()],
        "remarks": [jpeg()],
        "rle": [encode_rle(ramp(16, 16, "uint8"))],
    }
    files = [each.content for each in seeds(folder / "seeds") if len(each.content) < _LONGEST]
    corpus = folder / "corpus"
    corpus.mkdir()
    for number, content in enumerate(whole.get(parser, [file_bytes(image(ramp())), *files])):
        (corpus / str(number)).write_bytes(content)


def main() -> None:
    """Feed one parser until the time is over or a fault is found."""
    parser = argparse.ArgumentParser(prog="python -m tests.fuzz.guided")
    parser.add_argument("parser", choices=PARSERS)
    parser.add_argument("--seconds", type=int, default=60)
    asked = parser.parse_args()
    parse = PARSERS[asked.parser]
    logging.disable()
    warnings.simplefilter("ignore")

    def once(data: bytes) -> None:
        try:
            parse(data)
        except (UnreadableError, UnknownStructure):
            return

    with tempfile.TemporaryDirectory(prefix="scanveil-guided-") as scratch:
        _beginnings(Path(scratch), asked.parser)
        options = [f"-max_total_time={asked.seconds}", f"-max_len={_LONGEST}", "-timeout=10"]
        atheris.Setup([sys.argv[0], *options, "-rss_limit_mb=2048", f"{scratch}/corpus"], once)
        atheris.Fuzz()


if __name__ == "__main__":
    main()
