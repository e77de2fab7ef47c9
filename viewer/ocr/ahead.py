"""Keeps several processes busy: work is given out in batches, and the next one is made ready."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from itertools import islice
from typing import TypeVar

Item = TypeVar("Item")

_ITEMS_PER_JOB = 4
_SIZE_PER_JOB = 6_000_000


def batches(items: Iterator[Item], size: int) -> Iterator[list[Item]]:
    """Lists of ``size`` items, the last one may be shorter."""
    while batch := list(islice(items, size)):
        yield batch


def ahead(items: Iterator[Item], jobs: int, size: Callable[[Item], int]) -> Iterator[list[Item]]:
    """Batches that keep ``jobs`` processes busy, each made in a thread while the last is used.

    A batch is four items per job or fewer when their sizes add up. With one job there is nothing to
    overlap: every item is a batch and is made when it is asked for.
    """
    if jobs < 2:
        yield from ([item] for item in items)
        return
    with ThreadPoolExecutor(1, "ahead") as thread:
        coming = thread.submit(_batch, items, jobs, size)
        while batch := coming.result():
            coming = thread.submit(_batch, items, jobs, size)
            yield batch


def _batch(items: Iterator[Item], jobs: int, size: Callable[[Item], int]) -> list[Item]:
    batch: list[Item] = []
    total = 0
    for item in items:
        batch.append(item)
        total += size(item)
        if len(batch) >= _ITEMS_PER_JOB * jobs or total >= _SIZE_PER_JOB * jobs:
            break
    return batch
