"""Cleans one instance: a fresh copy goes through every method in order."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import cache, partial
from itertools import groupby
from typing import cast

from pydicom.dataset import FileDataset

from viewer.clean.element_method import ElementMethod
from viewer.clean.element_walk import clean_elements
from viewer.clean.plan import CleanContext, CleanedInstance, InstancePlan
from viewer.clean.registry import methods
from viewer.dicom import pixel_spec, read_dataset
from viewer.model import Change

_PIXEL_DATA = 0x7FE00010
_Step = Callable[[FileDataset, InstancePlan, CleanContext], list[Change]]


def clean_instance(
    plan: InstancePlan, context: CleanContext, *, header_only: bool = False
) -> CleanedInstance:
    """The cleaned data set of a source, which itself is only read.

    ``header_only`` leaves Pixel Data empty: to be looked at, not to be written.

    Raises UnreadableError; what a method raises passes through: half a cleaning is none.
    """
    dataset = read_dataset(plan.source, pixels=not header_only)
    if header_only and pixel_spec(dataset):
        dataset.add_new(_PIXEL_DATA, "OW", b"")
    for step in _steps():
        done = step(dataset, plan, context)
        context = replace(context, changes=(*context.changes, *done))
    return CleanedInstance(dataset, context.changes)


@cache
def _steps() -> tuple[_Step, ...]:
    """Methods in their order; neighbours that look at single attributes share a walk."""
    found: list[_Step] = []
    for together, neighbours in groupby(methods(), lambda each: isinstance(each, ElementMethod)):
        if together:
            found.append(partial(clean_elements, cast(list[ElementMethod], list(neighbours))))
        else:
            found += [each.clean for each in neighbours]
    return tuple(found)
