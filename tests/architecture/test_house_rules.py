"""What every file keeps to: a docstring, a size, no traces of one machine."""

from __future__ import annotations

import ast
import re
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.architecture.conftest import PROJECT

_LINES = 300
_HOSTS = (
    "pypi" + ".org",
    "python" + "hosted.org",
    "deb." + "debian.org",
    "archive." + "ubuntu.com",
)
_PLACES = re.compile(r"(?<![\w.$}~-])/" + r"(?:work|root|home/\w+|opt)/")


def _sources(*folders: str) -> list[Path]:
    return [path for folder in folders for path in sorted((PROJECT / folder).rglob("*.py"))]


Named = ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef


def _public(tree: ast.Module) -> Iterator[Named]:
    for node in tree.body:
        if isinstance(node, Named) and not node.name.startswith("_"):
            yield node


def _name(path: Path) -> str:
    return path.relative_to(PROJECT).as_posix()


def _tracked() -> list[Path]:
    if not shutil.which("git"):
        pytest.skip("there is no git to list the tracked files")
    listed = subprocess.run(
        ["git", "ls-files", "-z"], cwd=PROJECT, capture_output=True, text=True, check=False
    )
    if listed.returncode:
        pytest.skip("this is not a checkout")
    paths = [PROJECT / name for name in listed.stdout.split("\0") if name]
    return [path for path in paths if path.is_file()]


def test_every_module_says_what_it_is() -> None:
    silent = []
    for path in _sources("viewer"):
        text = ast.get_docstring(ast.parse(path.read_text(encoding="utf-8")))
        if not text or text.startswith("To be described"):
            silent.append(_name(path))
    assert silent == []


def test_every_public_function_and_class_has_a_sentence() -> None:
    silent = [
        f"{_name(path)}: {node.name}"
        for path in _sources("viewer")
        for node in _public(ast.parse(path.read_text(encoding="utf-8")))
        if not ast.get_docstring(node)
    ]
    assert silent == []


def test_no_file_is_longer_than_300_lines() -> None:
    lengths = {
        _name(path): len(path.read_text(encoding="utf-8").splitlines())
        for path in _sources("viewer", "tests")
    }
    assert len(lengths) > 50
    assert {name: length for name, length in lengths.items() if length > _LINES} == {}


def test_no_room_has_a_name_nobody_can_find() -> None:
    rooms = {path.name for path in (PROJECT / "viewer").rglob("*") if path.is_dir()}
    modules = {path.stem for path in _sources("viewer")}
    assert not (rooms | modules) & {"utils", "util", "helpers", "helper", "common", "core", "misc"}


def test_tracked_files_name_no_place_of_one_machine_and_no_registry() -> None:
    traces = []
    for path in _tracked():
        text = path.read_bytes().decode("utf-8", errors="ignore")
        if any(host in text for host in _HOSTS) or (
            path.suffix not in {".png", ".pdf"} and _PLACES.search(text)
        ):
            traces.append(_name(path))
    assert traces == []


def test_no_tracked_file_is_huge() -> None:
    sizes = {_name(path): path.stat().st_size for path in _tracked()}
    assert {name: size for name, size in sizes.items() if size > 1_500_000} == {}


def _assigns(tree: ast.Module, names: set[str]) -> bool:
    targets = (
        target for node in tree.body if isinstance(node, ast.Assign) for target in node.targets
    )
    return any(isinstance(target, ast.Name) and target.id in names for target in targets)


def _imports(tree: ast.Module) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and node.module:
            yield node.module
            yield from (f"{node.module}.{each.name}" for each in node.names)
        elif isinstance(node, ast.Import):
            yield from (each.name for each in node.names)


def test_detectors_methods_and_checks_are_reached_through_the_registry_only() -> None:
    trees = {
        _name(path).removesuffix(".py").replace("/", "."): ast.parse(path.read_text("utf-8"))
        for path in _sources("viewer")
    }
    offered = {
        name for name, tree in trees.items() if _assigns(tree, {"DETECTOR", "METHOD", "CHECK"})
    }
    known = {(name, each) for name, tree in trees.items() for each in offered & set(_imports(tree))}
    assert len(offered) > 5
    assert known == set()


def test_processes_of_ours_are_started_the_way_a_frozen_application_can() -> None:
    started = [
        _name(path)
        for path in _sources("viewer")
        if "sys.executable" in path.read_text(encoding="utf-8")
    ]
    assert started == ["viewer/processes.py"], "use viewer.processes.command_for"
