"""The pages that explain the program, in Markdown, shipped with it."""

from __future__ import annotations

from dataclasses import dataclass

from markdown_it import MarkdownIt

from viewer.paths import resource

PICTURES = "pictures"
_ORDER = ("quick-start", "evidence", "profiles", "validating", "threats", "regulations")


@dataclass(frozen=True, slots=True)
class Page:
    """One page: its name on the command line, its title, its text in Markdown."""

    name: str
    title: str
    text: str

    def html(self) -> str:
        """The text as HTML, without a frame around it."""
        rendered: str = MarkdownIt("commonmark").enable("table").render(self.text)
        return rendered

    def plain(self) -> str:
        """The text for a terminal, without the lines that are pictures."""
        lines = (each for each in self.text.splitlines() if not each.lstrip().startswith("!["))
        return "\n".join(lines)


def pages() -> tuple[Page, ...]:
    """All pages, in the order a newcomer reads them."""
    return tuple(_page(name) for name in _ORDER)


def _page(name: str) -> Page:
    text = resource(f"help/{name}.md").read_text("utf-8")
    return Page(name, text.partition("\n")[0].lstrip("# "), text)
