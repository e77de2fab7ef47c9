"""The scan as a page for people: counts per kind, findings per series, face risks."""

from __future__ import annotations

import html
from collections import Counter

from viewer import __version__, paths
from viewer.model import Finding, Loaded, ScanResult, Series
from viewer.profile import Profile


def page(loaded: Loaded, result: ScanResult, profile: Profile, show_values: bool) -> str:
    """A self-contained page; identifying values are masked unless ``show_values``."""
    by_series: dict[str, list[Finding]] = {}
    for finding in result.findings:
        by_series.setdefault(finding.location.series_uid, []).append(finding)
    body = [
        f"<p>Profile {_e(profile.title)}, PS3.15 {_e(profile.edition)}. "
        f"Scanveil {_e(__version__)}.</p>",
        _counts(result),
        *(_risks(result)),
        *(
            _series(number, series, by_series.get(series.series_uid, []), show_values)
            for number, series in enumerate(loaded.series(), 1)
        ),
    ]
    template = paths.resource("pages/scan.html").read_text("utf-8")
    return template.replace("<!--body-->", "\n".join(body))


def _counts(result: ScanResult) -> str:
    counted = Counter(str(finding.kind) for finding in result.findings)
    cells = "".join(
        f"<div class=count><b>{n}</b>{_e(kind)}</div>" for kind, n in counted.most_common()
    )
    return f"<section class=counts>{cells or 'Nothing was found by these checks.'}</section>"


def _risks(result: ScanResult) -> list[str]:
    return [
        f"<p class=face><b>Face: {_e(str(risk.grade))}</b> {_e('; '.join(risk.why))}</p>"
        for risk in result.risks
    ]


def _series(number: int, series: Series, findings: list[Finding], show_values: bool) -> str:
    rows = "".join(_row(finding, show_values) for finding in findings)
    return (
        f"<h2>Series {number}: {_e(series.modality or 'no modality')}, "
        f"{len(series.instances)} instances</h2><table><tr><th>Where<th>Value<th>What it is"
        f"<th>Why<th>Proposed</tr>{rows}</table>"
    )


def _row(finding: Finding, show_values: bool) -> str:
    where = finding.keyword or str(finding.location.attribute or finding.kind)
    text = finding.text.reveal() if show_values else str(finding.text)
    cells = (where, text, str(finding.category), finding.reason, str(finding.proposed))
    return "<tr>" + "".join(f"<td>{_e(cell)}" for cell in cells) + "</tr>"


def _e(text: str) -> str:
    return html.escape(text)
