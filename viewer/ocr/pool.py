"""Worker processes that read text, started when needed and replaced when they die."""

from __future__ import annotations

import atexit
import multiprocessing
import threading
from collections.abc import Callable, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from multiprocessing.connection import Connection
from multiprocessing.context import SpawnProcess
from queue import SimpleQueue
from types import TracebackType
from typing import Any, Self, TypeVar

import numpy as np
from numpy.typing import NDArray

from viewer.errors import ScanveilError, UnreadableError
from viewer.ocr import worker
from viewer.ocr.barcodes import Barcode
from viewer.ocr.engine import Look
from viewer.ocr.quad import Quad

Image = NDArray[np.uint8]
Item = TypeVar("Item")

_START_SECONDS = 120.0
_REQUEST_SECONDS = 120.0
_CROPS_PER_REQUEST = 24


class OcrPool:
    """Up to ``jobs`` single-threaded engines; safe to share between threads."""

    def __init__(self, jobs: int = 1) -> None:
        self.jobs = max(1, jobs)
        self._workers = [_Worker() for _ in range(self.jobs)]
        self._free: SimpleQueue[_Worker] = SimpleQueue()
        for each in self._workers:
            self._free.put(each)
        self._threads = ThreadPoolExecutor(self.jobs, "ocr")

    def warm_up(self) -> None:
        """Start the workers in the background, so that the first image need not wait."""
        for _ in self._workers:
            self._threads.submit(self._ask, "memory")

    def detect(self, images: Sequence[Image], size: Look = Look.ENLARGED) -> list[tuple[Quad, ...]]:
        """Text boxes of each grey image.

        Raises ScanveilError when the models are missing, UnreadableError when a worker dies twice.
        """
        return [each.result() for each in self.detect_soon(images, size)]

    def detect_soon(self, images: Sequence[Image], size: Look) -> list[Future[tuple[Quad, ...]]]:
        """The same, begun now and answered when asked; with one job it is done at once."""
        if self.jobs > 1:
            return [self._threads.submit(self._ask, "detect", each, size) for each in images]
        return [_answered(self._ask("detect", each, size)) for each in images]

    def recognise(self, crops: Sequence[Image]) -> list[tuple[str, float]]:
        """Text and confidence of each crop; raises like ``detect``."""
        step = max(1, min(_CROPS_PER_REQUEST, -(-len(crops) // self.jobs)))
        batches = [list(crops[start : start + step]) for start in range(0, len(crops), step)]
        answers = self._all(lambda batch: self._ask("recognise", batch), batches)
        return [reading for answer in answers for reading in answer]

    def barcodes(self, images: Sequence[Image]) -> list[tuple[Barcode, ...]]:
        """Bar codes and QR codes of each grey image; raises like ``detect``."""
        return self._all(lambda image: self._ask("barcodes", image), images)

    def peak_memory(self) -> int:
        """Largest resident memory of a worker so far, bytes."""
        return max(int(peak) for peak in self._all(lambda _: self._ask("memory"), range(self.jobs)))

    def cpu_seconds(self) -> float:
        """Processor time that the running workers have taken so far."""
        return sum(float(each.ask(("cpu",))) for each in self._workers)

    def close(self) -> None:
        """End the workers; the pool may be used again and then starts new ones."""
        for each in self._workers:
            each.stop()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()
        self._threads.shutdown(wait=False, cancel_futures=True)

    def _all(self, work: Callable[[Item], Any], items: Sequence[Item]) -> list[Any]:
        if len(items) < 2 or self.jobs == 1:
            return [work(item) for item in items]
        return list(self._threads.map(work, items))

    def _ask(self, *request: object) -> Any:
        chosen = self._free.get()
        try:
            return chosen.ask(request)
        finally:
            self._free.put(chosen)


class _Worker:
    """One process and its pipe; used by one thread at a time."""

    def __init__(self) -> None:
        self._process: SpawnProcess | None = None
        self._pipe: Connection | None = None

    def ask(self, request: tuple[object, ...]) -> Any:
        for _ in range(2):
            pipe = self._running()
            try:
                pipe.send(request)
                if pipe.poll(_REQUEST_SECONDS):
                    return pipe.recv()[1]
            except (EOFError, OSError):
                pass
            self.stop()
        raise UnreadableError(
            "The text reader stopped twice on the same image.",
            "Close other programs to free memory, or look at this image yourself.",
        )

    def stop(self) -> None:
        if self._pipe is not None:
            self._pipe.close()
        if self._process is not None:
            self._process.kill()
            self._process.join()
        self._pipe = self._process = None

    def _running(self) -> Connection:
        if self._pipe is not None:
            return self._pipe
        context = multiprocessing.get_context("spawn")
        self._pipe, theirs = context.Pipe()
        self._process = context.Process(target=worker.serve, args=(theirs,), daemon=True)
        self._process.start()
        theirs.close()
        self._await_ready(self._pipe)
        return self._pipe

    def _await_ready(self, pipe: Connection) -> None:
        answer: list[str]
        try:
            answer = list(pipe.recv()) if pipe.poll(_START_SECONDS) else ["late"]
        except (EOFError, OSError):
            answer = ["dead"]
        if answer[0] == "ready":
            return
        self.stop()
        if answer[0] == "refused":
            raise ScanveilError(*answer[1:])
        raise ScanveilError(
            "The text reader could not be started.", "Free some memory and try again."
        )


def _answered(answer: tuple[Quad, ...]) -> Future[tuple[Quad, ...]]:
    future: Future[tuple[Quad, ...]] = Future()
    future.set_result(answer)
    return future


_shared: dict[int, OcrPool] = {}
_lock = threading.Lock()


def shared_pool(jobs: int = 1) -> OcrPool:
    """The program's one pool for a number of jobs; ends with the program."""
    with _lock:
        if jobs not in _shared:
            _shared[jobs] = OcrPool(jobs)
            atexit.register(_shared[jobs].close)
        return _shared[jobs]
