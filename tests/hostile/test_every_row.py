"""No row is missing, and every row has tests that are there and that run."""

from __future__ import annotations

import ast
import tomllib
from functools import cache
from pathlib import Path

_TESTS = Path(__file__).parents[1]
_ROWS = tomllib.loads((Path(__file__).parent / "rows.toml").read_text("utf-8"))["row"]


@cache
def _functions(file: str) -> dict[str, list[str]]:
    """The tests of a file and what decorates them."""
    tree = ast.parse((_TESTS / file).read_text("utf-8"))
    found = (each for each in tree.body if isinstance(each, ast.FunctionDef))
    return {each.name: [ast.unparse(mark) for mark in each.decorator_list] for each in found}


def test_there_are_sixty_four_rows_in_their_order() -> None:
    assert [each["number"] for each in _ROWS] == list(range(1, 65))
    assert all(each["attack"] and each["behaviour"] and each["tests"] for each in _ROWS)


def test_every_named_test_is_there_and_is_not_expected_to_fail() -> None:
    for row in _ROWS:
        for name in row["tests"]:
            file, _, function = name.partition("::")
            marks = _functions(file).get(function)
            assert marks is not None, f"row {row['number']}: {name}"
            assert not any("xfail" in each or "mark.skip(" in each for each in marks)


def test_every_test_of_a_row_is_named_by_it() -> None:
    named = {name for row in _ROWS for name in row["tests"]}
    for path in sorted(Path(__file__).parent.glob("test_*.py")):
        file = f"hostile/{path.name}"
        tests = {f"{file}::{each}" for each in _functions(file) if each.startswith("test_row")}
        assert tests <= named
