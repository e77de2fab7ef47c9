"""Summaries as HTML that a browser, the window and a PDF show alike; no Qt."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from datetime import UTC, datetime
from html import escape

from viewer import __version__, paths
from viewer.gui.item_models import wording
from viewer.gui.summary.facts import SeriesFacts, StudyFacts
from viewer.gui.summary.schematic import schematic
from viewer.review import StudyStatus


def page(title: str, body: str) -> str:
    """A self-contained page."""
    template = paths.resource("pages/summary.html").read_text("utf-8")
    made = f"{datetime.now(UTC):%Y-%m-%d %H:%M} UTC, Scanveil {__version__}"
    told = {"title": escape(title), "made": made, "body": body}
    for key, text in told.items():
        template = template.replace(f"<!--{key}-->", text)
    return template


def study_body(study: StudyFacts, profile: str) -> str:
    """What was found in one study, where, and what becomes of it."""
    facts = (
        ("Study", study.ident),
        ("Contains", f"{', '.join(study.modalities)}; {_count(len(study.series), 'series')}, "
                     f"{_count(study.files, 'file')}"),
        ("Status", study.status.value),
        ("Undecided", f"{study.undecided:,} of {sum(study.kinds.values()):,} findings"),
        ("Profile", profile),
    )  # fmt: skip
    rows = ((e.kind, e.what, e.where, f"{e.findings:,}", f"{e.files:,}", e.after, e.state)
            for e in study.lines)  # fmt: skip
    heads = ("Kind", "Found", "Where", "Findings", "Files", "After", "Verdict")
    found = _table(heads, rows) if study.lines else "<p>Nothing was found by these checks.</p>"
    series = "".join(map(_series, study.series))
    return (
        f"{_pairs(facts)}<h2>By kind</h2>{_kinds(study.kinds)}"
        f"<h2>What was found, before and after</h2>{found}"
        f"<h2>Series</h2>{series}"
    )


def cohort_body(studies: Sequence[StudyFacts], profile: str) -> str:
    """All studies with counts per kind, and their sum."""
    kinds = [k for k in wording.KINDS.values() if any(each.kinds.get(k) for each in studies)]
    stands = Counter(each.status for each in studies)
    told = ", ".join(f"{stands[each]} {each.value}" for each in StudyStatus if stands[each])
    facts = (
        ("Studies", f"{len(studies):,}: {told}"),
        ("Files", f"{sum(each.files for each in studies):,}"),
        ("Undecided", f"{sum(each.undecided for each in studies):,} findings"),
        ("Profile", profile),
    )
    heads = ("Study", "Modality", "Files", "Status", *kinds, "Undecided")
    rows = [
        (e.ident, ", ".join(e.modalities), f"{e.files:,}", e.status.value,
         *(f"{e.kinds.get(kind, 0):,}" for kind in kinds), f"{e.undecided:,}")
        for e in studies
    ]  # fmt: skip
    sums = [f"{sum(each.kinds.get(kind, 0) for each in studies):,}" for kind in kinds]
    last = ("All", "", f"{sum(e.files for e in studies):,}", "", *sums,
            f"{sum(e.undecided for e in studies):,}")  # fmt: skip
    return f"{_pairs(facts)}<h2>By kind</h2>{_kinds(_total(studies))}<h2>Studies</h2>" + _table(
        heads, [*rows, last]
    )


def _total(studies: Iterable[StudyFacts]) -> Counter[str]:
    total: Counter[str] = Counter()
    for each in studies:
        total.update(each.kinds)
    return total


def _series(series: SeriesFacts) -> str:
    images = _count(series.images, "image") if series.images else "no images"
    lines = [f"Series {series.number}: {series.modality}, {images}"]
    if series.face:
        after = f", after: {series.face_after}" if series.face_after else ""
        lines.append(f"Face before: {series.face}{after}")
    head = f"<p><b>{escape(lines[0])}</b>{''.join(f'<br>{escape(e)}' for e in lines[1:])}</p>"
    return head + schematic(series)


def _kinds(kinds: Mapping[str, int]) -> str:
    counted = Counter(dict(kinds))
    largest = max(counted.values(), default=0)
    if not largest:
        return "<p>Nothing.</p>"
    rows = "".join(
        f'<tr><td>{escape(kind)}</td><td class="number">{number:,}</td><td>'
        f"{'&#9608;' * max(1, round(24 * number / largest))}</td></tr>"
        for kind, number in counted.most_common()
    )
    return f'<table class="bars" cellspacing="0" cellpadding="4">{rows}</table>'


def _pairs(facts: Iterable[tuple[str, str]]) -> str:
    rows = "".join(
        f'<tr><td class="muted">{escape(name)}</td><td>{escape(text)}</td></tr>'
        for name, text in facts
    )
    return f'<table class="facts" cellspacing="0" cellpadding="3">{rows}</table>'


def _table(heads: Iterable[str], rows: Iterable[Sequence[str]]) -> str:
    head = "".join(f'<th align="left">{escape(each)}</th>' for each in heads)
    body = "".join(
        f"<tr>{''.join(f'<td>{escape(cell)}</td>' for cell in row)}</tr>" for row in rows
    )
    return (
        f'<table class="found" width="100%" cellspacing="0" cellpadding="4"><tr>{head}</tr>'
        f"{body}</table>"
    )


def _count(number: int, one: str) -> str:
    return wording.count(number, one, "series" if one == "series" else "")
