"""Decoded frames on demand, from a process that may die without harm."""

from __future__ import annotations

import contextlib
import json
import os
import subprocess
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import IO, Any

import numpy as np

from viewer.dicom.failures import damaged
from viewer.dicom.frame import Array, Frame
from viewer.dicom.pixel_spec import PixelSpec
from viewer.errors import CancelledError, UnreadableError
from viewer.model import Source
from viewer.processes import command_for, work_of

SECONDS_PER_FRAME = 20.0
_ROOT = Path(__file__).parents[2]
_PATIENCE = 10


class FrameReader:
    """Owns one decode worker (memory cap 2 GiB, time limit per frame); safe from any thread.

    A worker that dies or hangs costs the frame it was working on; the next frame gets a new one.
    """

    def __init__(self, *, seconds_per_frame: float = SECONDS_PER_FRAME) -> None:
        self._seconds = seconds_per_frame
        self._lock = threading.Lock()
        self._process: subprocess.Popen[bytes] | None = None
        self._closed = False

    def __enter__(self) -> FrameReader:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def start(self) -> None:
        """Have the worker ready before the first frame is asked for."""
        with self._lock:
            if not self._closed:
                self._worker()

    def frame(self, source: Source, index: int = 0) -> Frame:
        """Frame ``index`` (from 0); raises UnreadableError, CancelledError after close()."""
        with self._lock:
            return self._ask(source, index)

    def frames(self, source: Source) -> Iterator[Frame]:
        """All frames of a source in order; raises UnreadableError."""
        first = self.frame(source, 0)
        yield first
        for index in range(1, first.spec.frames):
            yield self.frame(source, index)

    def close(self) -> None:
        """End the worker now, also when another thread is waiting for a frame."""
        self._closed = True
        process = self._process
        if process is not None:
            with contextlib.suppress(OSError):
                process.kill()
        with self._lock:
            self._discard()

    def _ask(self, source: Source, index: int) -> Frame:
        if self._closed:
            raise CancelledError("Decoding was stopped.")
        process = self._worker()
        path = str(source.path.absolute())
        request = {"path": path, "member": source.member, "index": index}
        watchdog = _Watchdog(process, self._seconds)
        try:
            return _exchange(process, json.dumps(request).encode() + b"\n", index)
        except (OSError, EOFError):
            self._discard()
            raise self._death(watchdog) from None
        except ValueError:
            self._discard()
            raise damaged("decoding it gave no image") from None
        finally:
            watchdog.cancel()

    def _death(self, watchdog: _Watchdog) -> Exception:
        if self._closed:
            return CancelledError("Decoding was stopped.")
        if watchdog.fired:
            return UnreadableError(
                f"Decoding took longer than {self._seconds:g} seconds and was stopped.",
                "The file may be damaged; get an intact copy.",
            )
        return damaged("its pixel data ended the decoder")

    def _worker(self) -> subprocess.Popen[bytes]:
        if self._process is None or self._process.poll() is not None:
            self._discard()
            self._process = _start()
        return self._process

    def _discard(self) -> None:
        process, self._process = self._process, None
        if process is None:
            return
        with contextlib.suppress(OSError):
            process.kill()
        for pipe in (process.stdin, process.stdout):
            with contextlib.suppress(OSError):
                if pipe:
                    pipe.close()
        process.wait()


class _Watchdog:
    """Kills the worker when its time is up; on a busy machine, when it had its share of it."""

    def __init__(self, process: subprocess.Popen[bytes], seconds: float) -> None:
        self.fired = False
        self._process, self._seconds, self._patience = process, seconds, _PATIENCE
        self._worked, self._ended = work_of(process.pid), threading.Lock()
        self._arm()

    def _arm(self) -> None:
        self._timer = threading.Timer(self._seconds, self._fire)
        self._timer.daemon = True
        self._timer.start()

    def _fire(self) -> None:
        with self._ended:
            if self._patience == 0:
                return
            self._patience -= 1
            if self._patience and self._was_kept_waiting():
                self._arm()
                return
            self.fired = True
            with contextlib.suppress(OSError):
                self._process.kill()

    def _was_kept_waiting(self) -> bool:
        now = work_of(self._process.pid)
        if now is None or self._worked is None or not now.is_ready:
            return False
        return now.cpu_s - self._worked.cpu_s < self._seconds / 2

    def cancel(self) -> None:
        with self._ended:
            self._patience = 0
            self._timer.cancel()


def _start() -> subprocess.Popen[bytes]:
    quiet = {"OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1", "MALLOC_ARENA_MAX": "2"}
    return subprocess.Popen(
        command_for("viewer.dicom.decode_worker"),
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        cwd=_ROOT,
        env={**os.environ, **quiet},
        bufsize=1 << 16,
    )


def _exchange(process: subprocess.Popen[bytes], request: bytes, index: int) -> Frame:
    assert process.stdin is not None
    assert process.stdout is not None
    process.stdin.write(request)
    process.stdin.flush()
    line = process.stdout.readline()
    if not line.endswith(b"\n"):
        raise EOFError
    header: dict[str, Any] = json.loads(line)
    if not header["ok"]:
        raise UnreadableError(header["message"], header["advice"])
    array = np.empty(header["shape"], np.dtype(header["dtype"]))
    if array.nbytes != header["bytes"]:
        raise ValueError
    _fill(array, process.stdout)
    return Frame(array, header["photometric"], PixelSpec(**header["spec"]), index)


def _fill(array: Array, pipe: IO[bytes]) -> None:
    view = array.reshape(-1).view(np.uint8).data
    done = 0
    while done < array.nbytes:
        got = pipe.readinto(view[done:])  # type: ignore[attr-defined]
        if not got:
            raise EOFError
        done += got
