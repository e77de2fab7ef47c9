"""One page for people: is this export what it says it is, who signed it, what was done."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from datetime import UTC, datetime
from html import escape
from pathlib import Path
from typing import Any

from viewer import __version__, paths
from viewer.verify.report import VerifyReport
from viewer.verify.second_reviewer import in_words

_MOST_FILES = 40


def certificate_page(report: VerifyReport, folder: Path) -> str:
    """A self-contained page about one verification; ``folder`` is only named."""
    template = paths.resource("pages/certificate.html").read_text("utf-8")
    body = "\n".join(
        (
            _verdict(report),
            _table(_facts(report, folder)),
            _section("What was checked", _checks(report), "marks"),
            _section("What was done to the images", what_was_done(report.statement)),
            _section("What is not promised", _risks(report.statement)),
            _section("Files", _files(report)),
        )
    )
    return template.replace("<!--body-->", body)


def what_was_done(statement: Mapping[str, Any]) -> Iterator[str]:
    """The statement in sentences; nothing of it is believed to be well formed."""
    told = statement.get("predicate", {})
    try:
        tool, profile, review = told["tool"], told["profile"], told["review"]
        yield f"De-identified with {tool['name']} {tool['version']}, {told['created'][:10]}."
        yield f"Profile {profile['title']} {profile['version']} ({profile['standard']})."
        yield f"Findings: {review['in_words']}."
        yield from in_words(review.get("second_reviewer", {"people": ()}))
        made = ", ".join(told["ai"]["models_that_made_pixels"])
        looked = len(told["ai"]["models_that_looked"])
        yield f"AI models that looked at pixels: {looked}; that made pixels: {made or 'none'}."
        done = Counter(each["what"] for group in told["changes"] for each in group["done"])
        yield f"Kinds of changes: {', '.join(f'{n} {what}' for what, n in done.most_common())}."
        sharing = told["sharing"]
        if sharing["stated"]:
            yield f"Given to {sharing['recipient']} for {sharing['purpose']} ({sharing['basis']})."
        else:
            yield "To whom it is given, and what allows it, was not stated."
    except (KeyError, TypeError, AttributeError):
        yield "The statement does not say so in a form this version understands."


def _verdict(report: VerifyReport) -> str:
    kind, mark = ("good", "✓") if report.ok and report.signer_known else ("open", "?")
    if not report.ok:
        kind, mark = "bad", "✗"
    return (
        f'<p class="verdict {kind}"><b aria-hidden="true">{mark}</b> {escape(report.outcome)}</p>'
    )


def _facts(report: VerifyReport, folder: Path) -> Iterable[tuple[str, str]]:
    known = "known here" if report.signer_known else "not known here"
    return (
        ("Folder", folder.name),
        ("Export", report.export_id or "unknown"),
        ("Signer", f"{report.signer} ({known})" if report.signer else "nobody"),
        ("Fingerprint", " ".join(_fours(report.fingerprint)) or "none"),
        ("In words", report.words or "none"),
        ("Checked", f"{datetime.now(UTC):%Y-%m-%d %H:%M} UTC by Scanveil {__version__}"),
    )


def _fours(text: str) -> Iterator[str]:
    return (text[start : start + 4] for start in range(0, len(text), 4))


def _checks(report: VerifyReport) -> Iterator[str]:
    for each in report.checks:
        mark = ("✓" if each.ok else "✗") if each.done else "–"
        yield f"{mark} {each.title}: {each.detail}"


def _risks(statement: Mapping[str, Any]) -> list[str]:
    found = statement.get("predicate", {}).get("residual_risk")
    return [str(each) for each in found] if isinstance(found, list) else []


def _files(report: VerifyReport) -> Iterator[str]:
    counts = Counter(each.state for each in report.files)
    for state, number in counts.most_common():
        yield f"{number} {'file' if number == 1 else 'files'}: {state}"
    odd = [each for each in report.files if each.state in ("changed", "missing", "not part of it")]
    for each in odd[:_MOST_FILES]:
        yield f"{each.name}: {each.state}"


def _table(rows: Iterable[tuple[str, str]]) -> str:
    cells = "".join(f"<dt>{escape(name)}<dd>{escape(text)}" for name, text in rows)
    return f"<dl>{cells}</dl>"


def _section(title: str, lines: Iterable[str], kind: str = "plain") -> str:
    items = "".join(f"<li>{escape(line)}" for line in lines)
    return f'<h2>{escape(title)}</h2><ul class="{kind}">{items}</ul>' if items else ""
