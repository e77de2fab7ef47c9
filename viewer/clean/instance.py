"""Cleans one instance: a fresh copy goes through every method in order."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from itertools import groupby

from pydicom.dataset import FileDataset

from viewer.clean.element_method import ElementMethod
from viewer.clean.element_walk import clean_elements
from viewer.clean.plan import CleanContext, CleanedInstance, InstancePlan, Method
from viewer.clean.registry import methods
from viewer.dicom import read_dataset
from viewer.model import Change


def clean_instance(plan: InstancePlan, context: CleanContext) -> CleanedInstance:
    """The cleaned data set of a source, which itself is only read.

    Raises UnreadableError; what a method raises passes through: half a cleaning is none.
    """
    dataset = read_dataset(plan.source, pixels=True)
    for group in _steps():
        done = _step(group, dataset, plan, context)
        context = replace(context, changes=(*context.changes, *done))
    return CleanedInstance(dataset, context.changes)


@cache
def _steps() -> tuple[tuple[Method, ...], ...]:
    """Methods in their order; neighbours that look at single attributes share a step."""
    found: list[tuple[Method, ...]] = []
    for together, neighbours in groupby(methods(), lambda each: isinstance(each, ElementMethod)):
        group = tuple(neighbours)
        found += [group] if together else [(each,) for each in group]
    return tuple(found)


def _step(
    group: tuple[Method, ...], dataset: FileDataset, plan: InstancePlan, context: CleanContext
) -> list[Change]:
    walkers = [each for each in group if isinstance(each, ElementMethod)]
    if walkers:
        return clean_elements(walkers, dataset, plan, context)
    return group[0].clean(dataset, plan, context)
