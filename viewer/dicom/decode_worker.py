"""The disposable process that decodes pixels: requests in, arrays out, nothing else.

A request is one JSON line ``{"path", "member", "index"}``; the answer is one JSON line, followed by
``bytes`` raw bytes when ``ok``. Nothing is unpickled on either side.
"""

from __future__ import annotations

import json
import mmap
import os
import signal
import sys
from dataclasses import asdict
from pathlib import Path
from typing import IO

import numpy as np

from viewer.dicom.encoding import Buffer
from viewer.dicom.failures import too_large
from viewer.dicom.frame import Array
from viewer.dicom.origin import read_bytes
from viewer.dicom.pixel_file import PixelFile
from viewer.dicom.quiet import silence
from viewer.errors import UnreadableError
from viewer.model import Source
from viewer.processes import cap_memory

MEMORY_BYTES = 2 << 30
SECONDS_PER_FRAME = 20


class Opened:
    """The last opened file, so that scrolling through its frames parses it once."""

    def __init__(self) -> None:
        self._identity: tuple[object, ...] = ()
        self._file: PixelFile | None = None

    def get(self, source: Source) -> PixelFile:
        """The file of a source, parsed again when it changed on disk."""
        found = source.path.stat()
        identity = (source, found.st_ino, found.st_size, found.st_mtime_ns)
        if self._file is None or identity != self._identity:
            self._file = None
            self._file = PixelFile(_buffer(source))
            self._identity = identity
        return self._file


def _buffer(source: Source) -> Buffer:
    """A mapping of a plain file: only the touched pages of a huge one use memory."""
    if source.member:
        return read_bytes(source)
    with source.path.open("rb") as stream:
        if os.fstat(stream.fileno()).st_size == 0:
            return b""
        return memoryview(mmap.mmap(stream.fileno(), 0, access=mmap.ACCESS_READ))


def answer(line: bytes, opened: Opened) -> tuple[dict[str, object], Array | None]:
    """The answer's header and array for one request line."""
    try:
        request = json.loads(line)
        source = Source(Path(request["path"]), request["member"])
        file = opened.get(source)
        array, photometric = file.frame(request["index"])
    except UnreadableError as error:
        return {"ok": False, "message": error.message, "advice": error.advice}, None
    except MemoryError:
        return _refusal(too_large("The image")), None
    except Exception as error:  # noqa: BLE001 - whatever a hostile file provokes is an answer
        name = type(error).__name__
        return _refusal(UnreadableError(f"The pixel data could not be decoded ({name}).")), None
    header = {
        "ok": True,
        "shape": array.shape,
        "dtype": array.dtype.str,
        "bytes": array.nbytes,
        "photometric": photometric,
        "spec": asdict(file.spec),
    }
    return header, array


def _refusal(error: UnreadableError) -> dict[str, object]:
    return {"ok": False, "message": error.message, "advice": error.advice}


def serve(requests: IO[bytes], answers: IO[bytes]) -> None:
    """Answer until the other side closes."""
    opened = Opened()
    for line in iter(requests.readline, b""):
        _alarm(SECONDS_PER_FRAME + 5)
        header, array = answer(line, opened)
        answers.write(json.dumps(header).encode() + b"\n")
        if array is not None:
            answers.write(array.reshape(-1).view(np.uint8).data)
        answers.flush()
        _alarm(0)


def _alarm(seconds: int) -> None:
    """A backstop that ends this process by itself when its owner is gone."""
    if hasattr(signal, "setitimer"):
        signal.setitimer(signal.ITIMER_REAL, seconds)


def main() -> None:
    """Take the pipes away from codec libraries that print, then serve."""
    silence()
    answers = os.fdopen(os.dup(1), "wb", 1 << 20)
    nowhere = os.open(os.devnull, os.O_RDWR)
    os.dup2(nowhere, 1)
    os.dup2(nowhere, 2)
    cap_memory(MEMORY_BYTES)
    serve(sys.stdin.buffer, answers)


if __name__ == "__main__":
    main()
