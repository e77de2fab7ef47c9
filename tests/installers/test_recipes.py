"""The recipes for Windows, macOS and Debian name only what there is, and agree with the project."""

from __future__ import annotations

import ast
import configparser
import plistlib
import re
import shutil
import struct
import subprocess
import sys
import tomllib
import xml.etree.ElementTree as ElementTree
from importlib.util import find_spec
from pathlib import Path

import pytest

from viewer.cli.arguments import parser
from viewer.paths import resource

_ROOT = Path(__file__).parents[2]
_PACKAGING = _ROOT / "packaging"
_PROJECT = tomllib.loads((_ROOT / "pyproject.toml").read_text("utf-8"))["project"]
_ISS = (_PACKAGING / "windows" / "scanveil.iss").read_text("utf-8")
_POWERSHELL = (_PACKAGING / "windows" / "build.ps1").read_text("utf-8")
_SPEC = (_PACKAGING / "frozen" / "scanveil.spec").read_text("utf-8")
_PLIST = plistlib.loads((_PACKAGING / "macos" / "Info.plist").read_bytes())
_TEXTS = [each for each in _PACKAGING.rglob("*") if each.is_file() and each.suffix != ".pyc"]
_SHELL = [each for each in _TEXTS if each.read_bytes().startswith(b"#!/usr/bin/env bash")]


def _names(package: str) -> set[str]:
    """What stands in a requirement before its version, as an import name would."""
    return {re.split(r"[<>=;\[ ]", each)[0].lower() for each in _PROJECT[package]}


def test_there_is_a_recipe_for_each_system() -> None:
    names = {each.relative_to(_PACKAGING).as_posix() for each in _TEXTS}
    wanted = {"frozen/build", "debian/build", "windows/build.ps1", "macos/build", "release/build"}
    assert wanted <= names


@pytest.mark.parametrize("path", _TEXTS, ids=lambda each: each.name)
def test_every_file_of_the_project_that_a_recipe_names_is_there(path: Path) -> None:
    text = path.read_text("utf-8").replace("\\", "/")
    named = re.findall(r"(?<![\w./$-])((?:packaging|resources)/[\w./-]*\w)", text)
    assert [each for each in named if not (_ROOT / each).exists()] == []


@pytest.mark.parametrize("path", _SHELL, ids=lambda each: f"{each.parent.name}/{each.name}")
def test_every_script_parses_and_can_be_started(path: Path) -> None:
    assert path.stat().st_mode & 0o111
    assert "set -euo pipefail" in path.read_text("utf-8")
    subprocess.run([shutil.which("bash") or "bash", "-n", path], check=True)


def test_the_version_stands_in_the_project_alone() -> None:
    version = _PROJECT["version"]
    assert [each.name for each in _TEXTS if f'"{version}"' in each.read_text("utf-8")] == []
    assert "CFBundleVersion" not in _PLIST
    for text in (_SPEC, _POWERSHELL):
        assert "pyproject.toml" in text
    assert "AppVersion={#Version}" in _ISS
    assert "/DVersion=$Version" in _POWERSHELL


def test_the_frozen_application_holds_resources_models_and_every_package_with_data() -> None:
    names = {each.id for each in ast.walk(ast.parse(_SPEC)) if isinstance(each, ast.Name)}
    assert {"Analysis", "EXE", "COLLECT", "BUNDLE"} <= names
    assert '"resources"), "viewer/_resources")' in _SPEC
    assert '"LICENSE"' in _SPEC
    (collected,) = re.findall(r"for package in \(([^)]*)\)", _SPEC)
    packages = re.findall(r'"(\w+)"', collected)
    assert {"rapidocr", "onnxruntime"} <= set(packages)
    assert [each for each in packages if find_spec(each) is None] == []
    (cascade,) = re.findall(r'"cv2", includes=\["([^"]+)"', _SPEC)
    (found,) = find_spec("cv2").submodule_search_locations  # type: ignore[union-attr]
    assert (Path(found) / cascade).is_file()
    models = find_spec("rapidocr").submodule_search_locations  # type: ignore[union-attr]
    assert any(Path(models[0]).rglob("*.onnx"))
    (copied,) = re.findall(r"for name in \(([^)]*)\)", _SPEC)
    metadata = set(re.findall(r'"([\w-]+)"', copied))
    assert metadata - {_PROJECT["name"]} <= _names("dependencies")


def test_the_bundle_of_macos_opens_dicom() -> None:
    assert _PLIST["CFBundleName"].lower() == _PROJECT["name"]
    assert f'programs = [program("{_PLIST["CFBundleExecutable"]}"' in _SPEC
    (kind,) = _PLIST["CFBundleDocumentTypes"]
    (declared,) = _PLIST["UTImportedTypeDeclarations"]
    assert kind["LSItemContentTypes"] == [declared["UTTypeIdentifier"]]
    assert declared["UTTypeTagSpecification"]["public.filename-extension"] == ["dcm"]


def test_the_installer_of_windows_is_whole() -> None:
    sections = configparser.ConfigParser(
        strict=False, allow_no_value=True, delimiters=("=",), interpolation=None
    )
    text = "\n".join(each for each in _ISS.splitlines() if not each.lstrip().startswith("#"))
    sections.read_string(text)
    setup = sections["Setup"]
    assert setup["AppName"].lower() == _PROJECT["name"]
    licence = _PACKAGING / "windows" / setup["LicenseFile"].replace("\\", "/")
    assert licence.resolve() == _ROOT / "LICENSE"
    assert setup["SetupIconFile"].endswith(r"build\icons\scanveil.ico")
    programs = set(re.findall(r"\{app\}\\([\w-]+)\.exe", _ISS))
    assert programs <= set(re.findall(r'program\("([\w-]+)"', _SPEC))
    tasks = set(re.findall(r'^Name: "(\w+)"; Description', _ISS, re.MULTILINE))
    assert set(re.findall(r"Tasks: (\w+)", _ISS)) == tasks
    assert r".dcm\OpenWithProgids" in _ISS
    assert f"{setup['OutputBaseFilename'].replace('{#Version}', '$Version')}.exe" in _POWERSHELL


def test_the_icons_of_installers_are_drawn(tmp_path: Path) -> None:
    command = [sys.executable, _PACKAGING / "icons.py", tmp_path]
    subprocess.run(command, check=True)
    content = (tmp_path / "scanveil.ico").read_bytes()
    _, kind, count = struct.unpack_from("<HHH", content)
    assert (kind, count) == (1, 7)
    for number in range(count):
        size, at = struct.unpack_from("<LL", content, 6 + 16 * number + 8)
        assert content[at : at + 4] == b"\x89PNG"
        assert at + size <= len(content)
    assert len(list((tmp_path / "scanveil.iconset").glob("*.png"))) == 10


def test_the_package_of_debian_says_what_the_command_does() -> None:
    desktop = configparser.ConfigParser(interpolation=None)
    desktop.read(_PACKAGING / "debian" / "scanveil.desktop")
    entry = desktop["Desktop Entry"]
    assert "application/dicom" in entry["MimeType"]
    assert entry["Exec"].split()[0] == _PROJECT["name"]
    parser().parse_args([entry["Exec"].split()[1], "x"])
    mime = ElementTree.parse(_PACKAGING / "debian" / "scanveil.xml")
    globs = {each.get("pattern") for each in mime.iter() if each.tag.endswith("glob")}
    assert "*.dcm" in globs
    page = (_PACKAGING / "debian" / "scanveil.1").read_text("utf-8")
    words = re.findall(r'^\.BR "(\w+)', page, re.MULTILINE)
    known = parser().format_help()
    assert words
    assert [each for each in words if each not in known] == []
    assert resource("icons/shield.svg").is_file()
