"""The log shows every change to it, and the manifest is what sha256sum reads."""

from __future__ import annotations

import json
import shutil
import subprocess
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from viewer.provenance import (
    AuditLog,
    files_below,
    format_manifest,
    is_inside,
    parse_manifest,
    sha256_file,
)


@pytest.fixture
def log(tmp_path: Path) -> AuditLog:
    log = AuditLog(tmp_path / "audit" / "audit.jsonl")
    for number in range(5):
        log.append("view", instances=number)
    return log


def test_each_line_continues_the_one_before(log: AuditLog) -> None:
    assert log.check().ok
    assert log.check().lines == 5
    assert log.append("export") == log.head()
    assert log.head().lines == 6


@pytest.mark.parametrize(
    "tamper",
    [
        lambda lines: [
            *lines[:2],
            lines[2].replace(b'"instances": 2', b'"instances": 9'),
            *lines[3:],
        ],
        lambda lines: [*lines[:2], *lines[3:]],
        lambda lines: [lines[0], lines[2], lines[1], *lines[3:]],
        lambda lines: [*lines[:3], lines[2], *lines[3:]],
        lambda lines: [b"{}", *lines],
        lambda lines: [*lines[:3], b"not json", *lines[4:]],
        lambda lines: lines[1:],
    ],
    ids=["edited", "deleted", "swapped", "doubled", "added", "damaged", "first cut off"],
)
def test_a_change_before_the_head_is_found(log: AuditLog, tamper: object) -> None:
    lines = log.path.read_bytes().splitlines()
    assert callable(tamper)
    log.path.write_bytes(b"".join(line + b"\n" for line in tamper(lines)))
    assert not log.check().ok


def test_cutting_the_end_off_shows_against_a_pinned_head(log: AuditLog) -> None:
    pinned = log.head()
    log.path.write_bytes(b"".join(log.path.read_bytes().splitlines(keepends=True)[:-1]))
    assert log.check().ok
    assert log.head() != pinned


def test_a_torn_line_is_dropped_and_the_chain_goes_on(log: AuditLog) -> None:
    with log.path.open("ab") as stream:
        stream.write(b'{"seq": 6, "pre')
    log.append("open")
    assert log.check().ok
    events = [json.loads(line)["event"] for line in log.path.read_bytes().splitlines()]
    assert events[-2:] == ["torn line dropped", "open"]


def test_two_writers_take_turns(log: AuditLog) -> None:
    other = AuditLog(log.path)
    with ThreadPoolExecutor(4) as pool:
        list(pool.map(lambda n: (log, other)[n % 2].append("view", n=n), range(20)))
    assert log.check().ok
    assert log.check().lines == 25


def test_the_log_is_private(log: AuditLog) -> None:
    assert log.path.stat().st_mode & 0o077 == 0


def test_sha256sum_reads_the_manifest(tmp_path: Path) -> None:
    command = shutil.which("sha256sum") or pytest.skip("no sha256sum here")
    (tmp_path / "a b").mkdir()
    (tmp_path / "a b" / "1.dcm").write_bytes(b"one")
    (tmp_path / "2.dcm").write_bytes(b"two")
    digests = {name: sha256_file(tmp_path / name) for name in files_below(tmp_path)}
    (tmp_path / "m.txt").write_text(format_manifest(digests))
    checked = subprocess.run([command, "-c", "m.txt"], cwd=tmp_path, capture_output=True, text=True)
    assert checked.returncode == 0
    assert checked.stdout.splitlines() == ["2.dcm: OK", "a b/1.dcm: OK"]
    assert parse_manifest((tmp_path / "m.txt").read_text()) == digests


@pytest.mark.parametrize(
    "line",
    [
        "",
        "xyz  a",
        "0" * 64 + "  ../a",
        "0" * 64 + "  /etc/x",
        "0" * 64 + "  c:x",
        "0" * 64 + "  a//b",
    ],
)
def test_a_manifest_that_points_elsewhere_is_refused(line: str) -> None:
    with pytest.raises(ValueError, match="not a manifest line"):
        parse_manifest(line + "\n")


@given(st.lists(st.sampled_from(["a", "..", ".", "b c", ""]), min_size=1, max_size=4))
def test_a_name_is_inside_only_without_steps_upwards(parts: list[str]) -> None:
    assert is_inside("/".join(parts)) == (not {"..", ".", ""} & set(parts))
