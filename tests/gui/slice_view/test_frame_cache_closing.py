"""A view that goes away while its frames are being decoded."""

from __future__ import annotations

from threading import Event, Thread

from viewer.gui.slice_view.frame_cache import FrameCache
from viewer.gui.slice_view.picture import Picture


def test_closing_waits_for_an_announcement_under_way() -> None:
    """Else the announcement would reach a signal's owner that is destroyed by then."""
    announcing, may_end, closed = Event(), Event(), Event()

    def announce(generation: int, index: int) -> None:
        announcing.set()
        may_end.wait(10)
        order.append("announced")

    def fail(index: int) -> Picture:
        raise ValueError("no picture")

    def close() -> None:
        cache.close()
        order.append("closed")
        closed.set()

    order: list[str] = []
    cache = FrameCache(announce, budget=1 << 20)
    cache.restart(fail)
    cache.want([0])
    assert announcing.wait(10)
    closer = Thread(target=close)
    closer.start()
    assert not closed.wait(0.1)
    may_end.set()
    closer.join(10)
    assert order == ["announced", "closed"]
