"""Lays the template onto a skin: point-to-plane ICP over pose and scale, from several starts."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.spatial import cKDTree

from viewer.surface.head_shape import Point
from viewer.surface.skin import Skin
from viewer.surface.template import Template, template

Matrix = NDArray[np.float64]
_ROUNDS = ((700, 10, 30.0), (2500, 14, 16.0), (9000, 12, 10.0))


@dataclass(frozen=True)
class Fit:
    """The template on a skin.

    ``matrix`` 4 x 4 takes canonical mm to LPS mm of the patient. ``cost`` is the mean distance of
    the skin (nearest 85 %) to the template, mm; ``rival`` the cost of the best clearly different
    place, mm. ``landmarks`` are LPS mm.
    """

    matrix: Matrix
    cost: float
    rival: float
    landmarks: dict[str, Point]
    scale: tuple[float, float, float]

    def to_canonical(self, points: NDArray[np.floating]) -> Matrix:
        """Patient points (N, 3) in the frame of the template."""
        inverse = np.linalg.inv(self.matrix)
        result: Matrix = points @ inverse[:3, :3].T + inverse[:3, 3]
        return result


@dataclass
class _Pose:
    turn: Matrix
    scale: Matrix
    shift: Matrix
    cost: float = np.inf

    def matrix(self) -> Matrix:
        result = np.eye(4)
        result[:3, :3] = self.turn * self.scale
        result[:3, 3] = self.shift
        return result

    def inverse(self, points: Matrix) -> Matrix:
        result: Matrix = ((points - self.shift) @ self.turn) / self.scale
        return result


def fit_head(skin: Skin) -> Fit:
    """The best pose and scale of the template on a skin that is supposed to be a head."""
    atlas = template()
    points, normals = _sample(skin)
    tree = cKDTree(atlas.mesh.points)
    starts = []
    for start in _starts(skin, points):
        starts.append(_refined(start, points, normals, atlas, tree, _ROUNDS[:1]))
    starts.sort(key=lambda pose: pose.cost)
    finals = [_refined(pose, points, normals, atlas, tree, _ROUNDS[1:2]) for pose in starts[:4]]
    finals.sort(key=lambda pose: pose.cost)
    best = _refined(finals[0], points, normals, atlas, tree, _ROUNDS[2:])
    return _as_fit(best, _rival(finals), atlas)


def _sample(skin: Skin) -> tuple[Matrix, Matrix]:
    """Skin points and normals in a random, repeatable order, without the ends of the scan."""
    usable = np.flatnonzero(~skin.on_edge)
    order = np.random.default_rng(7).permutation(usable)[:9000]
    return skin.mesh.points[order].astype(float), skin.mesh.normals[order].astype(float)


def _starts(skin: Skin, points: Matrix) -> Iterator[_Pose]:
    """Heads nodding and at several heights; the scanner's frame tells which way is up."""
    low, high = np.percentile(points, 1, axis=0), np.percentile(points, 99, axis=0)
    top = skin.mesh.points[:, 2].max()
    closed = not skin.on_edge[skin.mesh.points[:, 2] > top - 4].mean() > 0.5
    tops = (117.0, 105.0) if closed else (105.0, 85.0, 60.0, 35.0, 10.0, -15.0)
    for nod in (-25.0, 0.0, 25.0):
        a = np.radians(nod)
        turn = np.array([[1, 0, 0], [0, np.cos(a), -np.sin(a)], [0, np.sin(a), np.cos(a)]])
        for height in tops:
            middle = (low + high) / 2
            shift = np.array([middle[0], middle[1] - 0.0, high[2] - height])
            yield _Pose(turn, np.ones(3), shift)


def _refined(
    pose: _Pose,
    points: Matrix,
    normals: Matrix,
    atlas: Template,
    tree: cKDTree,
    rounds: tuple[tuple[int, int, float], ...],
) -> _Pose:
    for count, steps, reach in rounds:
        p, n = points[:count], normals[:count]
        for step in range(steps):
            limit = reach * (1.0 - 0.5 * step / steps)
            pose = _step(pose, p, n, atlas, tree, limit)
    return pose


def _step(pose: _Pose, p: Matrix, n: Matrix, atlas: Template, tree: cKDTree, limit: float) -> _Pose:
    """One Gauss-Newton step of the distances of points to the planes of the template."""
    local = pose.inverse(p)
    distance, nearest = tree.query(local, workers=1)
    toward = atlas.mesh.normals[nearest].astype(float)
    agree = np.einsum("ij,ij->i", n @ pose.turn, toward)
    capped = np.where(agree > 0.3, distance, np.maximum(distance, 12.0))
    cost = float(np.sort(np.minimum(capped, 25.0))[: int(0.85 * len(p))].mean())
    use = (distance < limit) & (agree > 0.5)
    if use.sum() < 60:
        return _Pose(pose.turn, pose.scale, pose.shift, cost)
    target = atlas.mesh.points[nearest[use]].astype(float)
    return _solved(pose, p[use], target, toward[use], cost)


def _solved(pose: _Pose, p: Matrix, target: Matrix, toward: Matrix, cost: float) -> _Pose:
    placed = (target * pose.scale) @ pose.turn.T
    plane = toward @ pose.turn.T
    rest = np.einsum("ij,ij->i", plane, p - placed - pose.shift)
    stretch = (plane @ pose.turn) * target
    system = np.hstack([np.cross(placed, plane), plane, stretch])
    robust = 1.0 / (1.0 + (rest / 4.0) ** 2)
    normal = system.T @ (system * robust[:, None])
    right = system.T @ (rest * robust)
    weight = len(p)
    normal[:3, :3] += np.eye(3) * 2.0 * weight
    normal[6:, 6:] += np.eye(3) * 150.0 * weight - np.ones((3, 3)) * 45.0 * weight
    away = pose.scale - 1.0
    right[6:] -= 150.0 * weight * away - 45.0 * weight * away.sum()
    delta = np.linalg.solve(normal, right)
    scale = np.clip(pose.scale + delta[6:], 0.6, 1.3)
    return _Pose(_rotation(delta[:3]) @ pose.turn, scale, pose.shift + delta[3:6], cost)


def _rotation(vector: Matrix) -> Matrix:
    """Rodrigues' formula."""
    angle = float(np.linalg.norm(vector))
    if angle < 1e-12:
        return np.eye(3)
    x, y, z = vector / angle
    cross = np.array([[0, -z, y], [z, 0, -x], [-y, x, 0]])
    result: Matrix = np.eye(3) + np.sin(angle) * cross + (1 - np.cos(angle)) * cross @ cross
    return result


def _rival(finals: list[_Pose]) -> float:
    """Cost of the best pose whose eyes lie more than 15 mm from the winner's."""
    eyes = np.array([0.0, -70.0, 0.0, 1.0])
    best = finals[0].matrix() @ eyes
    others = [pose.cost for pose in finals[1:] if np.linalg.norm(pose.matrix() @ eyes - best) > 15]
    return min(others, default=float("inf"))


def _as_fit(pose: _Pose, rival: float, atlas: Template) -> Fit:
    matrix = pose.matrix()
    names = list(atlas.landmarks)
    placed = np.array([atlas.landmarks[name] for name in names]) @ matrix[:3, :3].T + matrix[:3, 3]
    marks = {
        name: (float(x), float(y), float(z)) for name, (x, y, z) in zip(names, placed, strict=True)
    }
    a, b, c = (float(value) for value in pose.scale)
    return Fit(matrix, pose.cost, rival, marks, (a, b, c))
