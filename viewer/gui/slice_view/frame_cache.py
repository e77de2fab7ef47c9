"""Pictures in memory, decoded by one thread in the order they are wanted."""

from __future__ import annotations

import logging
from collections import OrderedDict
from collections.abc import Callable, Sequence
from threading import Condition, Thread

from viewer.errors import ScanveilError
from viewer.gui.language import tr
from viewer.gui.slice_view.picture import Failure, Picture, sentence_for

_log = logging.getLogger(__name__)
Entry = Picture | Failure
Decode = Callable[[int], Picture]


class FrameCache:
    """A least-recently-used cache of at most ``budget`` bytes; safe to call from any thread.

    ``on_ready(generation, index)`` is called in the decoding thread. Every ``restart`` begins a new
    generation: what was being decoded for the former one is dropped when it arrives.
    """

    def __init__(self, on_ready: Callable[[int, int], None], budget: int) -> None:
        self.budget = budget
        self._on_ready = on_ready
        self._entries: OrderedDict[int, Entry] = OrderedDict()
        self._wanted: tuple[int, ...] = ()
        self._decode: Decode | None = None
        self._generation = 0
        self._closed = False
        self._changed = Condition()
        self._thread = Thread(target=self._run, name="frames", daemon=True)
        self._thread.start()

    @property
    def size(self) -> int:
        """Bytes held."""
        with self._changed:
            return sum(entry.size for entry in self._entries.values())

    def restart(self, decode: Decode | None) -> int:
        """Forget everything and decode with another function; the number of its generation."""
        with self._changed:
            self._generation += 1
            self._decode = decode
            self._wanted = ()
            self._entries.clear()
            return self._generation

    def want(self, order: Sequence[int]) -> None:
        """The indices to have ready, most urgent first, in place of what was wanted before."""
        with self._changed:
            self._wanted = tuple(order)
            self._changed.notify()

    def get(self, index: int) -> Entry | None:
        """What is ready for an index."""
        with self._changed:
            if index in self._entries:
                self._entries.move_to_end(index)
            return self._entries.get(index)

    def close(self) -> None:
        """End the thread after the frame it is at."""
        with self._changed:
            self._closed = True
            self._wanted = ()
            self._changed.notify()

    def _run(self) -> None:
        while task := self._next():
            generation, index, decode = task
            entry = _decoded(decode, index)
            with self._changed:  # after close() returns nothing is announced to what may be gone
                if self._store(generation, index, entry):
                    self._on_ready(generation, index)

    def _next(self) -> tuple[int, int, Decode] | None:
        with self._changed:
            while not self._closed:
                missing = next((i for i in self._wanted if i not in self._entries), None)
                if missing is not None and self._decode:
                    return self._generation, missing, self._decode
                self._changed.wait()
        return None

    def _store(self, generation: int, index: int, entry: Entry) -> bool:
        with self._changed:
            if generation != self._generation or self._closed:
                return False
            self._entries[index] = entry
            self._evict(index)
            return True

    def _evict(self, newest: int) -> None:
        """Drop what is least wanted; when even that does not do, the tail is wanted no longer."""
        held = sum(entry.size for entry in self._entries.values())
        ranks = {index: rank for rank, index in enumerate(self._wanted)}
        unwanted = [i for i in self._entries if i not in ranks]
        wanted = sorted((i for i in self._entries if i in ranks), key=ranks.__getitem__)
        for victim in unwanted + wanted[:0:-1]:
            if held <= self.budget:
                return
            held -= self._entries.pop(victim).size
            if victim in ranks or victim == newest:
                self._wanted = self._wanted[: ranks.get(victim, len(self._wanted))]


def _decoded(decode: Decode, index: int) -> Entry:
    try:
        return decode(index)
    except ScanveilError as error:
        return Failure(sentence_for(error))
    except Exception as error:  # noqa: BLE001 - a hostile header must not end the thread
        _log.warning("a frame could not be prepared: %s", type(error).__name__)
        return Failure(tr("This frame cannot be shown. Its header contradicts its pixels."))
