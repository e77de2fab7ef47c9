"""The same image under two names, found by a perceptual hash."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import cv2
import numpy as np
from scipy.fft import dctn

from viewer.authenticity.check import Check
from viewer.authenticity.sign import Level, Sign
from viewer.authenticity.subject import Place, Plane, Subject

_SIDE, _KEPT = 32, 16
_MOST_BITS = 12
_LEAST_SIDE = 64
_MOST_TOLD = 20


class Duplicates(Check):
    """Hashes of 256 bits over the coarse structure, compared between all series that are open."""

    id = "duplicates"
    version = "1"
    title = "The same image in another series or study"
    finds = "one scan under two names, also re-windowed, compressed or lightly edited"
    misses = "turned, mirrored or strongly cropped copies, series that are not open"

    def look_at_frame(self, subject: Subject, place: Place) -> Iterator[Sign]:
        """Remember the hash."""
        plane = subject.plane(place)
        if min(plane.shape) >= _LEAST_SIDE:
            subject.memory[self.id, place.number] = perceptual_hash(plane)
        yield from ()

    def look_across(self, subjects: Sequence[Subject]) -> Iterator[Sign]:
        """One sign per frame that another series has as well."""
        told = 0
        for number, one in enumerate(subjects):
            for other in subjects[number + 1 :]:
                for sign in self._between(one, other):
                    if told < _MOST_TOLD:
                        yield sign
                    told += 1

    def _between(self, one: Subject, other: Subject) -> Iterator[Sign]:
        mine, its = (self._hashes(each) for each in (one, other))
        if not mine or not its:
            return
        codes = np.array([each[1] for each in its])
        for place, code in mine:
            apart = (codes != code).sum(axis=1)
            best = int(np.argmin(apart))
            if apart[best] <= _MOST_BITS:
                yield self._sign(one, other, place, its[best][0], int(apart[best]))

    def _hashes(self, subject: Subject) -> list[tuple[Place, Plane]]:
        found = ((place, subject.memory.get((self.id, place.number))) for place in subject.places)
        return [(place, code) for place, code in found if code is not None]

    def _sign(self, one: Subject, other: Subject, place: Place, twin: Place, bits: int) -> Sign:
        is_same_study = one.series.study_uid == other.series.study_uid
        where = "series of this study" if is_same_study else "study"
        level = Level.FACT if is_same_study else Level.SIGN
        text = f"The image resembles one in another {where}: {256 - bits} of 256 features agree"
        return Sign(
            self.id,
            f"{self.id}.{'series' if is_same_study else 'study'}",
            place.instance.source,
            place.frame,
            text,
            level,
            twin_source=twin.instance.source,
            twin_frame=twin.frame,
        )


def perceptual_hash(plane: Plane) -> Plane:
    """256 bits (0 or 1): which coarse cosine coefficients of the ranked image are above the median.

    Ranks make it blind to window and rescale (after the usual DCT hash of pictures).
    """
    small = cv2.resize(plane.astype(np.float32), (_SIDE, _SIDE), interpolation=cv2.INTER_AREA)
    _, ranks = np.unique(small, return_inverse=True)
    ranked = ranks.reshape(small.shape).astype(np.float64)
    coarse = dctn(ranked, norm="ortho")[:_KEPT, :_KEPT].ravel()
    return np.asarray(coarse > np.median(coarse[1:]), np.int64)


CHECK = Duplicates()
