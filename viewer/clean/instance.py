"""Cleans one instance: a fresh copy goes through every method in order."""

from __future__ import annotations

from dataclasses import replace

from viewer.clean.plan import CleanContext, CleanedInstance, InstancePlan
from viewer.clean.registry import methods
from viewer.dicom import read_dataset


def clean_instance(plan: InstancePlan, context: CleanContext) -> CleanedInstance:
    """The cleaned data set of a source, which itself is only read.

    Raises UnreadableError; what a method raises passes through: half a cleaning is none.
    """
    dataset = read_dataset(plan.source, pixels=True)
    for method in methods():
        done = method.clean(dataset, plan, context)
        context = replace(context, changes=(*context.changes, *done))
    return CleanedInstance(dataset, context.changes)
