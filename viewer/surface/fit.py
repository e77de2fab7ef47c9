"""Lays the template onto a skin: point-to-plane ICP over pose and scale, from several starts."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray
from scipy.spatial import cKDTree

from viewer.surface.head_shape import Point
from viewer.surface.neighbours import nearest as nearest_in
from viewer.surface.neighbours import tree_of
from viewer.surface.relief import relief
from viewer.surface.skin import Skin
from viewer.surface.template import Template, template

Matrix = NDArray[np.float64]
_WIDTH = 150.0
_HOLD = 3.0
_FAR = 30.0  # mm; beyond it only counts that it is far
_ROUNDS = ((700, 10, 30.0), (700, 8, 20.0), (2500, 14, 16.0), (9000, 12, 10.0))


@dataclass(frozen=True)
class Fit:
    """The template on a skin.

    ``matrix`` 4 x 4 takes canonical mm to LPS mm of the patient. ``cost`` is the mean distance of
    the skin (nearest 85 %) to the template plus 0.6 of that of the face to the skin,
    mm; ``lead`` how far, in mm, the next best and clearly different place is behind.
    ``landmarks`` are LPS mm. ``scale`` is along the head's x, y and z.
    """

    matrix: Matrix
    cost: float
    lead: float
    landmarks: dict[str, Point]
    scale: tuple[float, float, float]

    @property
    def inverse(self) -> Matrix:
        """4 x 4 from LPS mm of the patient to canonical mm."""
        return np.asarray(np.linalg.inv(self.matrix), np.float64)

    def to_canonical(self, points: NDArray[np.floating]) -> Matrix:
        """Patient points (N, 3) in the frame of the template."""
        inverse = self.inverse
        result: Matrix = points @ inverse[:3, :3].T + inverse[:3, 3]
        return result


@dataclass
class Pose:
    """A template turned, scaled along its axes, and shifted, LPS mm; ``size`` is a usual scale."""

    turn: Matrix
    scale: Matrix
    shift: Matrix
    size: float
    cost: float = np.inf

    def matrix(self) -> Matrix:
        """4 x 4 from canonical mm to LPS mm."""
        result = np.eye(4)
        result[:3, :3] = self.turn * self.scale
        result[:3, 3] = self.shift
        return result

    def inverse(self, points: Matrix) -> Matrix:
        """LPS points (N, 3) in canonical mm."""
        result: Matrix = ((points - self.shift) @ self.turn) / self.scale
        return result

    def as_fit(self, lead: float) -> Fit:
        """The fit it means, ``lead`` mm ahead of the next best place."""
        matrix, names = self.matrix(), template().landmarks
        own = np.array(list(names.values()))
        placed = own @ matrix[:3, :3].T + matrix[:3, 3]
        marks = {
            name: (float(x), float(y), float(z))
            for name, (x, y, z) in zip(names, placed, strict=True)
        }
        a, b, c = (float(value) for value in self.scale)
        return Fit(matrix, self.cost, lead, marks, (a, b, c))


def fit_head(skin: Skin) -> Fit:
    """The best pose and scale of the template on a skin that is supposed to be a head."""
    pair = Pair.of(skin)
    poses = [settled(start, pair, *_ROUNDS[0]) for start in _starts(skin, pair.points)]
    shifted = [other for pose in _best(poses, 3) for other in _around(pose)]
    poses += [settled(pose, pair, *_ROUNDS[1]) for pose in shifted]
    poses = [settled(pose, pair, *_ROUNDS[2]) for pose in _best(poses, 4)]
    finals = _best([settled(pose, pair, *_ROUNDS[3]) for pose in poses], 2)
    last = [_by_features(pose, pair) for pose in finals]
    score, pose = (ranked := _ranked(last, pair))[0]
    return pose.as_fit(ranked[1][0] - score if len(ranked) > 1 else float("inf"))


def _ranked(poses: list[Pose], pair: Pair) -> list[tuple[float, Pose]]:
    """Distinct poses by cost and by how much of a face's relief they found, mm."""
    scored = []
    for pose in _best(poses, 2):
        found = relief(pose.inverse(pair.points).astype(np.float32))
        scored.append((pose.cost + 6.0 * (0.6 - min(found, 0.6)), pose))
    return sorted(scored, key=lambda each: each[0])


def _around(pose: Pose) -> Iterator[Pose]:
    """The pose slid along the head and nodding, because a round brain case fits anywhere."""
    for slide in (-30.0, -15.0, 0.0, 15.0):
        for nod in (-15.0, 0.0, 15.0):
            turn = pose.turn @ _rotation(np.array([np.radians(nod), 0.0, 0.0]))
            shift = pose.shift + pose.turn[:, 2] * slide * pose.size
            yield replace(pose, turn=turn, shift=shift)


@dataclass(frozen=True)
class Pair:
    """Both surfaces, so that each looks for the other, and landmarks that a person placed.

    ``marks`` and ``places`` (N, 3) are such landmarks in canonical mm and in LPS mm.
    """

    points: Matrix
    normals: Matrix
    tree: cKDTree
    atlas: Template
    face: NDArray[np.intp]
    skin: Skin
    marks: Matrix
    places: Matrix

    @classmethod
    def of(cls, skin: Skin, landmarks: Mapping[str, Point] | None = None) -> Pair:
        """Points in a random, repeatable order, without the ends of the scan."""
        atlas, random = template(), np.random.default_rng(7)
        order = random.permutation(np.flatnonzero(~skin.on_edge))[:40000]
        points = skin.mesh.points[order].astype(float)
        normals = skin.mesh.normals[order].astype(float)
        face = random.permutation(np.flatnonzero(atlas.weight >= 0.55))
        given = landmarks or {}
        marks = np.array([atlas.landmarks[name] for name in given]).reshape(-1, 3)
        places = np.array(list(given.values()), float).reshape(-1, 3)
        return cls(points, normals, tree_of(points), atlas, face, skin, marks, places)


def _starts(skin: Skin, points: Matrix) -> Iterator[Pose]:
    """Heads nodding and at several heights; the scanner's frame tells which way is up."""
    low, high = np.percentile(points, 1, axis=0), np.percentile(points, 99, axis=0)
    top = skin.mesh.points[:, 2].max()
    closed = not skin.on_edge[skin.mesh.points[:, 2] > top - 4].mean() > 0.5
    tops = (118.0, 100.0) if closed else (105.0, 85.0, 60.0, 35.0, 10.0, -15.0)
    size = float(np.clip((high[0] - low[0]) / _WIDTH, 0.45, 1.2))
    for nod in (-40.0, -20.0, 0.0, 20.0, 40.0):
        turn = _rotation(np.array([np.radians(nod), 0.0, 0.0]))
        for height in tops:
            middle = (low + high) / 2
            shift = np.array([middle[0], middle[1], high[2] - height * size])
            yield Pose(turn, np.full(3, size), shift, size)


def _by_features(pose: Pose, pair: Pair) -> Pose:
    """Slid along the head to where the relief of the face agrees best, then settled there."""
    for _ in range(2):
        canonical = pose.inverse(pair.points).astype(np.float32)
        slides = np.arange(-24.0, 25.0, 3.0, dtype=np.float32)
        up = np.array([0, 0, 1], np.float32)
        scores = [relief(canonical + up * slide) for slide in slides]
        best = int(np.argmax(scores))
        if scores[best] < scores[len(slides) // 2] + 0.04:
            break
        shift = pose.shift - pose.turn[:, 2] * float(slides[best]) * pose.scale[2]
        pose = replace(pose, shift=shift)
        pose = settled(pose, pair, 9000, 10, 9.0, rest=0.04)
    return pose


def _best(poses: list[Pose], count: int) -> list[Pose]:
    """The cheapest poses, without those whose eyes lie within 8 mm of a better one's."""
    eyes = np.array([0.0, -70.0, 0.0, 1.0])
    kept: list[Pose] = []
    for pose in sorted(poses, key=lambda each: each.cost):
        place = pose.matrix() @ eyes
        if all(np.linalg.norm(other.matrix() @ eyes - place) > 8 for other in kept):
            kept.append(pose)
    return kept[:count]


def settled(
    pose: Pose, pair: Pair, count: int, steps: int, reach: float, rest: float = 0.4
) -> Pose:
    """The pose after some steps that use ``count`` points of the skin within a shrinking reach.

    ``rest`` is how much skin outside the face counts.
    """
    for step in range(steps):
        pose = _step(pose, pair, count, reach * (1.0 - 0.5 * step / steps), rest)
    return pose


def _step(pose: Pose, pair: Pair, count: int, limit: float, rest: float) -> Pose:
    """One Gauss-Newton step on the distances to the planes of the template, both ways."""
    to_head, target, toward, point, trust = _skin_to_template(pose, pair, count, limit, rest)
    to_face, target2, toward2, point2, _ = _face_to_skin(pose, pair, count // 3, limit)
    pose = replace(pose, cost=to_head + 0.6 * to_face)
    if len(point) < 60:
        return pose
    held = len(pair.marks)
    heavy = _HOLD * (len(point) + len(point2)) / max(1, held)
    return _solved(
        pose,
        np.concatenate([point, point2, *[pair.places] * 3]),
        np.concatenate([target, target2, *[pair.marks] * 3]),
        np.concatenate([toward, toward2, *(np.tile(axis, (held, 1)) for axis in np.eye(3))]),
        np.concatenate([trust, np.full(len(point2), 2.0), np.full(3 * held, heavy)]),
    )


_Matches = tuple[float, Matrix, Matrix, Matrix, Matrix]


def _skin_to_template(pose: Pose, pair: Pair, count: int, limit: float, rest: float) -> _Matches:
    p, n = pair.points[:count], pair.normals[:count]
    distance, nearest = _nearest(pair.atlas.tree, pose.inverse(p))
    toward = pair.atlas.mesh.normals[nearest].astype(float)
    agree = np.einsum("ij,ij->i", n @ pose.turn, toward)
    capped = np.minimum(np.where(agree > 0.3, distance, np.maximum(distance, 12.0)), 25.0)
    cost = float(np.sort(capped)[: int(0.85 * len(p))].mean())
    use = (distance < limit) & (agree > 0.5)
    trust = np.where(pair.atlas.weight[nearest[use]] > 0.2, 1.0, rest)
    return cost, pair.atlas.mesh.points[nearest[use]].astype(float), toward[use], p[use], trust


def _face_to_skin(pose: Pose, pair: Pair, count: int, limit: float) -> _Matches:
    """The face looks for the skin, where the scan reaches; this holds the nose in its place."""
    chosen = pair.face[:count]
    local = pair.atlas.mesh.points[chosen].astype(float)
    toward = pair.atlas.mesh.normals[chosen].astype(float)
    placed = (local * pose.scale) @ pose.turn.T + pose.shift
    scanned = pair.skin.grid.contains(placed)
    distance, nearest = _nearest(pair.tree, placed)
    agree = np.einsum("ij,ij->i", pair.normals[nearest] @ pose.turn, toward)
    away = np.minimum(np.where(agree > 0.2, distance, np.maximum(distance, 8.0)), 15.0)
    cost = float(away[scanned].mean()) if scanned.sum() > count * 0.1 else 3.0
    use = scanned & (distance < limit) & (agree > 0.3)
    return cost, local[use], toward[use], pair.points[nearest[use]], np.ones(int(use.sum()))


def _nearest(tree: cKDTree, points: Matrix) -> tuple[Matrix, NDArray[np.intp]]:
    """Distances and indices of nearest points; infinite, and of any point, beyond what counts."""
    distance, index = nearest_in(tree, points, reach=_FAR)
    return distance, np.minimum(index, tree.n - 1)


def _solved(pose: Pose, p: Matrix, target: Matrix, toward: Matrix, trust: Matrix) -> Pose:
    placed = (target * pose.scale) @ pose.turn.T
    plane = toward @ pose.turn.T
    rest = np.einsum("ij,ij->i", plane, p - placed - pose.shift)
    stretch = (plane @ pose.turn) * target
    system = np.hstack([np.cross(placed, plane), plane, stretch])
    robust = trust / (1.0 + (rest / 4.0) ** 2)
    normal = system.T @ (system * robust[:, None])
    right = system.T @ (rest * robust)
    weight = len(p)
    normal[:3, :3] += np.eye(3) * 2.0 * weight
    normal[6:, 6:] += np.eye(3) * 150.0 * weight - np.ones((3, 3)) * 45.0 * weight
    away = pose.scale - pose.size
    right[6:] -= 150.0 * weight * away - 45.0 * weight * away.sum()
    delta = np.linalg.solve(normal, right)
    scale = np.clip(pose.scale + delta[6:], 0.4, 1.3)
    turn = _rotation(delta[:3]) @ pose.turn
    return replace(pose, turn=turn, scale=scale, shift=pose.shift + delta[3:6])


def _rotation(vector: Matrix) -> Matrix:
    """Rodrigues' formula."""
    angle = float(np.linalg.norm(vector))
    if angle < 1e-12:
        return np.eye(3)
    x, y, z = vector / angle
    cross = np.array([[0, -z, y], [z, 0, -x], [-y, x, 0]])
    result: Matrix = np.eye(3) + np.sin(angle) * cross + (1 - np.cos(angle)) * cross @ cross
    return result
