"""Summaries as HTML that a browser, the window and a PDF show alike; no Qt."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from datetime import UTC, datetime
from html import escape

from viewer import __version__, paths
from viewer.gui.item_models import wording
from viewer.gui.item_models.words import STATUS
from viewer.gui.language import language, tr
from viewer.gui.summary.facts import SeriesFacts, StudyFacts
from viewer.gui.summary.schematic import schematic
from viewer.review import StudyStatus

_HEADS = (
    tr("Kind"),
    tr("Found"),
    tr("Where"),
    tr("Number"),
    tr("Files"),
    tr("After"),
    tr("Verdict"),
)
_BAR_PX = 240
_NOT_FOUND = tr("Nothing was found by these checks.")
_BY_KIND, _SERIES = tr("By kind"), tr("Series")
_FOUND = tr("What was found, before and after")
_NOTE = tr(
    "No name, number, date or text of a patient is on this page. Counts of findings are no measure "
    "of what was missed."
)


def page(title: str, body: str) -> str:
    """A self-contained page."""
    template = paths.resource("pages/summary.html").read_text("utf-8")
    made = f"{datetime.now(UTC):%Y-%m-%d %H:%M} UTC, Scanveil {__version__}"
    told = {"title": escape(title), "made": made, "body": body, "note": _NOTE}
    for key, text in told.items():
        template = template.replace(f"<!--{key}-->", text)
    return template.replace('lang="en"', f'lang="{language()}"')


def study_body(study: StudyFacts, profile: str) -> str:
    """What was found in one study, where, and what becomes of it."""
    total = sum(study.kinds.values())
    files = wording.count(study.files, "file")
    number = len(study.series)
    series = tr("1 series") if number == 1 else tr("{0} series").format(number)
    facts = (
        (tr("Study"), study.ident),
        (tr("Contains"), f"{', '.join(study.modalities)}; {series}, {files}"),
        (tr("Status"), STATUS[study.status]),
        (tr("Undecided"), tr("{0:,} of {1:,} findings").format(study.undecided, total)),
        (tr("Profile"), profile),
    )  # fmt: skip
    rows = ((e.kind, e.what, e.where, f"{e.findings:,}", f"{e.files:,}", e.after, e.state)
            for e in study.lines)  # fmt: skip
    found = _table(_HEADS, rows) if study.lines else f"<p>{_NOT_FOUND}</p>"
    return (
        f"{_pairs(facts)}<h2>{_BY_KIND}</h2>{_kinds(study.kinds)}"
        f"<h2>{_FOUND}</h2>{found}<h2>{_SERIES}</h2>{''.join(map(_series, study.series))}"
    )


def cohort_body(studies: Sequence[StudyFacts], profile: str) -> str:
    """All studies with counts per kind, and their sum."""
    kinds = [k for k in wording.KINDS.values() if any(each.kinds.get(k) for each in studies)]
    stands = Counter(each.status for each in studies)
    told = ", ".join(f"{stands[each]} {STATUS[each]}" for each in StudyStatus if stands[each])
    facts = (
        (tr("Studies"), f"{len(studies):,}: {told}"),
        (tr("Files"), f"{sum(each.files for each in studies):,}"),
        (tr("Undecided"), wording.count(sum(each.undecided for each in studies), "finding")),
        (tr("Profile"), profile),
    )
    heads = (tr("Study"), tr("Modality"), tr("Files"), tr("Status"), *kinds, tr("Undecided"))
    rows = [
        (e.ident, ", ".join(e.modalities), f"{e.files:,}", STATUS[e.status],
         *(f"{e.kinds.get(kind, 0):,}" for kind in kinds), f"{e.undecided:,}")
        for e in studies
    ]  # fmt: skip
    sums = [f"{sum(each.kinds.get(kind, 0) for each in studies):,}" for kind in kinds]
    last = (tr("All"), "", f"{sum(e.files for e in studies):,}", "", *sums,
            f"{sum(e.undecided for e in studies):,}")  # fmt: skip
    return f"{_pairs(facts)}<h2>{_BY_KIND}</h2>{_kinds(_total(studies))}" + _table(
        heads, [*rows, last]
    )


def _total(studies: Iterable[StudyFacts]) -> Counter[str]:
    total: Counter[str] = Counter()
    for each in studies:
        total.update(each.kinds)
    return total


def _series(series: SeriesFacts) -> str:
    images = wording.count(series.images, "image") if series.images else tr("no images")
    lines = [tr("Series {0}: {1}, {2}").format(series.number, series.modality, images)]
    if series.face:
        after = tr(", after: {0}").format(series.face_after) if series.face_after else ""
        lines.append(tr("Face before: {0}{1}").format(series.face, after))
    head = f"<p><b>{escape(lines[0])}</b>{''.join(f'<br>{escape(e)}' for e in lines[1:])}</p>"
    return head + schematic(series)


def _kinds(kinds: Mapping[str, int]) -> str:
    counted = Counter(dict(kinds))
    largest = max(counted.values(), default=0)
    if not largest:
        return f"<p>{tr('Nothing.')}</p>"
    rows = "".join(
        f'<tr><td>{escape(kind)}</td><td class="number">{number:,}</td><td>'
        '<table class="bar" cellspacing="0"><tr>'
        f'<td width="{max(10, round(_BAR_PX * number / largest))}">&nbsp;</td>'
        "</tr></table></td></tr>"
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
