"""The evidence report as one HTML page: signs, places, rates and what a person said; no values."""

from __future__ import annotations

import html
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from string import Template

from viewer import __version__, paths
from viewer.authenticity.area import AreaReport
from viewer.authenticity.look import checks, not_looked_at
from viewer.authenticity.rates import how_often, rate_table
from viewer.authenticity.sign import Level, Sign
from viewer.authenticity.texts import NO_SIGN, sentence
from viewer.authenticity.verdicts import Verdict
from viewer.model import Series


def report_page(
    series: Sequence[Series],
    signs: Sequence[Sign],
    verdicts: Mapping[str, Verdict],
    areas: Sequence[tuple[str, AreaReport]] = (),
) -> str:
    """The report about series that were looked at; instances are told by number, never by name.

    ``areas`` are the areas a person checked, each with the place as words.
    """
    told = _escaped(summary(signs))
    page = Template(paths.resource("pages/evidence.html").read_text("utf-8"))
    return page.substitute(
        version=_escaped(__version__),
        created=datetime.now(UTC).isoformat(timespec="seconds"),
        summary=told,
        looked=_escaped(_looked(series)),
        signs="\n".join(_row(each, series, verdicts) for each in signs),
        areas="\n".join(_area(*each) for each in areas) or "<tr><td colspan='3'>none</td></tr>",
        checks="\n".join(
            f"<tr><td>{_escaped(each.title)}</td><td>{_escaped(each.finds)}</td>"
            f"<td>{_escaped(each.misses)}</td></tr>"
            for each in checks()
        ),
        rates="\n".join(_rates()),
    )


def summary(signs: Sequence[Sign]) -> str:
    """What may be said about all signs together; there is no score."""
    parts = []
    if any(each.level is Level.SIGN for each in signs):
        parts.append(sentence("some-signs"))
    elif not not_looked_at(signs):
        parts.append(NO_SIGN)
    if not_looked_at(signs):
        parts.append(sentence("not-all-looked-at"))
    return " ".join(parts)


def place_words(sign: Sign, series: Sequence[Series]) -> str:
    """Where a sign is, as numbers of series and image: ``series 2, image 17, frame 3``."""
    for number, one in enumerate(series, 1):
        for position, instance in enumerate(one.instances, 1):
            if instance.source == sign.source:
                frame = f", frame {sign.frame + 1}" if instance.frames > 1 else ""
                return f"series {number}, image {position}{frame}"
    return ""


def _looked(series: Sequence[Series]) -> str:
    return ", ".join(
        f"series {number}: {each.modality or 'no modality'}, {each.frame_count} frames"
        for number, each in enumerate(series, 1)
    )


def _row(sign: Sign, series: Sequence[Series], verdicts: Mapping[str, Verdict]) -> str:
    box = sign.box
    where = place_words(sign, series)
    if box:
        where += f", x {box.x}, y {box.y}, {box.width} by {box.height} pixels"
    verdict = verdicts.get(sign.id)
    word = str(verdict.word) if verdict else "undecided"
    reason = f": {verdict.reason}" if verdict and verdict.reason else ""
    cells = (str(sign.level), sign.check, where, sign.measured, how_often(sign), word + reason)
    return "<tr>" + "".join(f"<td>{_escaped(each)}</td>" for each in cells) + "</tr>"


def _area(where: str, report: AreaReport) -> str:
    cells = (where, report.text, f"{report.rank:.3f}")
    return "<tr>" + "".join(f"<td>{_escaped(each)}</td>" for each in cells) + "</tr>"


def _rates() -> list[str]:
    rows = []
    for each in rate_table()["edits"]:
        cells = (each["edit"], each["by"], each["set"], f"{each['found']} of {each['total']}")
        rows.append("<tr>" + "".join(f"<td>{_escaped(str(cell))}</td>" for cell in cells) + "</tr>")
    return rows


def _escaped(text: str) -> str:
    return html.escape(text)
