"""UIDs and codes are consistent within a vault and unrelated between vaults."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from viewer.model import PatientMapping


def _mapping(key: bytes) -> PatientMapping:
    return PatientMapping("SV-1", "ANON^1", -20, key)


@given(st.binary(min_size=32, max_size=32), st.text(min_size=1, max_size=64))
def test_uid_is_valid_and_consistent(key: bytes, uid: str) -> None:
    new = _mapping(key).remap_uid(uid)
    assert re.fullmatch(r"2\.25\.(0|[1-9]\d{0,38})", new)
    assert len(new) <= 64
    assert new == _mapping(key).remap_uid(uid)


@given(st.text(min_size=1), st.text(min_size=1))
def test_different_uids_stay_different(one: str, other: str) -> None:
    mapping = _mapping(b"a" * 32)
    assert (one == other) == (mapping.remap_uid(one) == mapping.remap_uid(other))


@given(st.text(min_size=1))
def test_two_vaults_share_nothing(value: str) -> None:
    one, other = _mapping(b"a" * 32), _mapping(b"b" * 32)
    assert one.remap_uid(value) != other.remap_uid(value)
    assert one.code("accession", value) != other.code("accession", value)
    assert one.code("accession", value) != one.code("study", value)
