"""The basis for sharing, from the command line or from the decisions file."""

from __future__ import annotations

import argparse

from viewer import review
from viewer.model import BasisKind, Distribution, Sharing

BASES = {
    "consent": BasisKind.CONSENT,
    "waiver": BasisKind.WAIVER,
    "agreement": BasisKind.AGREEMENT,
    "expert": BasisKind.EXPERT,
}
USES = {
    "named-protocol": Distribution.NAMED_PROTOCOL,
    "restricted-reuse": Distribution.RESTRICTED_REUSE,
    "public-release": Distribution.PUBLIC_RELEASE,
}


def stated(asked: argparse.Namespace) -> Sharing:
    """What was said; the words of the command replace the whole of what the file says."""
    said = Sharing(
        asked.recipient,
        asked.purpose,
        BASES.get(asked.basis, BasisKind.NOT_STATED),
        asked.basis_detail,
        asked.basis_author,
        USES.get(asked.distribution),
    )
    if said.is_stated or not asked.decisions:
        return said
    return review.read_sharing(asked.decisions)
