"""Takes out what identifies, from a copy, and tells what it did without the values.

In: decisions as one ``InstancePlan`` per instance, a profile and the patient's mapping. Out: a
cleaned data set and its changes; a method is one file in header, pixels or surface with a module
constant METHOD. Must not know: detectors, sessions, exports. Methods do not know each other.
"""

from viewer.clean.instance import clean_instance
from viewer.clean.plan import CleanContext, CleanedInstance, FaceWish, InstancePlan, Method
from viewer.clean.planning import plan_instances
from viewer.clean.registry import methods

__all__ = [
    "CleanContext",
    "CleanedInstance",
    "FaceWish",
    "InstancePlan",
    "Method",
    "clean_instance",
    "methods",
    "plan_instances",
]
