"""Lays the template anew so that it keeps the landmarks a person placed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

import numpy as np

from viewer.surface.fit import Fit, Matrix, Pair, Pose, settled
from viewer.surface.head_shape import Point
from viewer.surface.skin import Skin
from viewer.surface.template import template

_ANCHOR = 0.15
_ROUNDS = ((2500, 8, 20.0), (9000, 10, 10.0))


def refitted(skin: Skin, before: Fit, landmarks: Mapping[str, Point]) -> Fit:
    """The fit that goes through the given landmarks (LPS mm, by name) and follows the skin else.

    A person said where they are, so the lead over other places is infinite. Without landmarks it
    is the fit from before.
    """
    if not landmarks:
        return before
    pair = Pair.of(skin, landmarks)
    pose = _through(before, landmarks)
    for count, steps, reach in _ROUNDS:
        pose = settled(pose, pair, count, steps, reach)
    found = pose.as_fit(float("inf"))
    return replace(found, landmarks={**found.landmarks, **landmarks})


def _through(before: Fit, landmarks: Mapping[str, Point]) -> Pose:
    """Pose and one scale that bring the template's landmarks to the given ones (Umeyama 1991).

    Those that were not given stay weakly where they were, so that one handle does not turn a head.
    """
    own = template().landmarks
    places = {**before.landmarks, **landmarks}
    weight = np.array([1.0 if name in landmarks else _ANCHOR for name in own])
    source = np.array([own[name] for name in own]) * before.scale
    target = np.array([places[name] for name in own])
    middle, centre = weight @ source / weight.sum(), weight @ target / weight.sum()
    a, b = source - middle, target - centre
    left, stretch, right = np.linalg.svd((b * weight[:, None]).T @ a)
    mirror = np.diag([1.0, 1.0, np.sign(np.linalg.det(left @ right))])
    turn: Matrix = left @ mirror @ right
    size = float((stretch @ np.diag(mirror)) / (weight @ (a * a).sum(axis=1)))
    size = float(np.clip(size, 0.8, 1.25))
    scale = np.array(before.scale) * size
    return Pose(turn, scale, centre - turn @ middle * size, float(scale.mean()))
