"""``scanveil help``: the handbook on the terminal, or as HTML files."""

from __future__ import annotations

import argparse
import html
import shutil
from pathlib import Path

from viewer.errors import UsageError
from viewer.handbook import PICTURES, Page, pages
from viewer.paths import resource


def show(asked: argparse.Namespace) -> int:
    """Print a page, or the list of pages; with ``html`` write all of them into a folder."""
    known = {page.name: page for page in pages()}
    if asked.topic and asked.topic not in known:
        raise UsageError("There is no page of that name.", f"Pages: {', '.join(known)}.")
    if asked.html:
        write(asked.html)
    elif asked.topic:
        print(known[asked.topic].plain())
    else:
        print("\n".join(f"scanveil help {page.name:12} {page.title}" for page in known.values()))
    return 0


def write(folder: Path) -> None:
    """One HTML file a page, an index, and the pictures, into a folder that is made."""
    folder.mkdir(parents=True, exist_ok=True)
    shutil.copytree(resource(f"help/{PICTURES}"), folder / PICTURES, dirs_exist_ok=True)
    for page in pages():
        (folder / f"{page.name}.html").write_text(_framed(page.title, page.html()), "utf-8")
    index = "".join(f'<li><a href="{each.name}.html">{_text(each)}</a></li>' for each in pages())
    body = f"<h1>Scanveil handbook</h1><ul>{index}</ul>"
    (folder / "index.html").write_text(_framed("Scanveil handbook", body), "utf-8")


def _text(page: Page) -> str:
    return html.escape(page.title)


def _framed(title: str, body: str) -> str:
    frame = resource("pages/help.html").read_text("utf-8")
    return frame.replace("{{title}}", html.escape(title)).replace("{{body}}", body)
