"""The report for people: one self-contained page without any identifying value."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from html import escape
from typing import Any

from viewer import paths
from viewer.export.page_faces import face_lines, face_pictures

_REVIEW = {
    "all": "A person decided about every finding.",
    "some": "A person decided about some findings, the profile about the others.",
    "none": "Nobody reviewed the findings; the proposals of the profile were taken.",
}
_BURNED = ("blanked", "defaced")


def page(told: Mapping[str, Any]) -> str:
    """The report of a statement's predicate."""
    source, profile, review = told["source"], told["profile"], told["review"]
    body = "\n".join(
        [
            _facts(told, source, profile),
            _section("Why it may be shared", _sharing(told["sharing"])),
            _section("Review", [_REVIEW[review["reviewed_by_person"]], *_decided(review)]),
            _section("What was done", _done(told["changes"])),
            _section("Faces", face_lines(told["faces"])) + face_pictures(told["faces"]),
            _section("Artificial intelligence", _ai(told["ai"])),
            _section("What was kept, and why", _reasons(told)),
            _section("What was not exported", _left_out(source)),
            _section("The risk that is left", told["residual_risk"]),
            _section("Signatures", _signed(told["signatures"])),
            _section("How it was checked", _checked(told)),
        ]
    )
    template = paths.resource("pages/export.html").read_text("utf-8")
    return template.replace("<!--body-->", body)


def _facts(told: Mapping[str, Any], source: Mapping[str, Any], profile: Mapping[str, Any]) -> str:
    rows = (
        ("Export", told["export_id"]),
        ("Made", told["created"]),
        ("Contains", _contents(source)),
        ("Profile", f"{profile['title']} {profile['version']}, {profile['standard']}"),
        ("Program", f"{told['tool']['name']} {told['tool']['version']}"),
        ("Signed by key", told["signer"]["key_id"]),
    )
    cells = "".join(f"<dt>{escape(name)}<dd>{escape(str(text))}" for name, text in rows)
    return f"<dl>{cells}</dl>"


def _contents(source: Mapping[str, Any]) -> str:
    counts = (
        (source["instances_exported"], "instance", "instances"),
        (source["series"], "series", "series"),
        (source["studies"], "study", "studies"),
        (source["patients"], "patient", "patients"),
    )
    return ", ".join(f"{n} {one if n == 1 else many}" for n, one, many in counts)


def _sharing(sharing: Mapping[str, Any]) -> Iterable[str]:
    if not sharing["stated"]:
        yield "Nobody stated to whom this copy is given, what for, or what allows it."
    else:
        yield f"Recipient: {sharing['recipient']}"
        yield f"Purpose: {sharing['purpose']}"
        author = f", determined by {sharing['author']}" if sharing["author"] else ""
        detail = f" ({sharing['detail']})" if sharing["detail"] else ""
        yield f"Basis: {sharing['basis']}{detail}{author}"
    if sharing["distribution"]:
        yield f"Distribution: {_plain(sharing['distribution'])}"
    for each in sharing["consent_in_files"]:
        use = _plain(each["distribution"]) or "any use"
        yield f"Consent in {each['files']} files for {use}: {each['flag'].lower()}"


def _plain(term: str) -> str:
    return term.replace("_", " ").lower()


def _decided(review: Mapping[str, Any]) -> Iterable[str]:
    found = ", ".join(f"{n} {kind}" for kind, n in review["findings"].items())
    yield f"Findings: {found or 'none'}."
    for role, number in review["roles"].items():
        yield f"{number} decisions by the {role}."
    for key, who in (("decided_by_person", "a person"), ("decided_by_profile", "the profile")):
        if review[key]:
            yield f"Decided by {who}: {', '.join(f'{n} {a}' for a, n in review[key].items())}."
    yield from _second(review["second_reviewer"])


def _second(told: Mapping[str, Any]) -> Iterable[str]:
    if told["required"]:
        yield f"Two different reviewers were required; one agreed with {told['agreed']} decisions."
    for each in told["people"]:
        who = f"{each['person']} ({' and '.join(each['roles'])})"
        yield f"{who}: decided {each['decided']}, agreed with {each['agreed']}."


def _done(changes: Iterable[Mapping[str, Any]]) -> Iterable[str]:
    counted: Counter[tuple[str, str]] = Counter()
    for group in changes:
        for each in group["done"]:
            unit = "areas" if each["what"] in _BURNED else "attributes"
            counted[each["what"], unit] += len(group["files"])
    for (what, unit), number in counted.most_common():
        yield f"{number} {unit} {what}"


def _ai(ai: Mapping[str, Any]) -> Iterable[str]:
    files = ", ".join(each["file"] for each in ai["models_that_looked"])
    yield f"Models that looked at pixels: {files or 'none'}."
    made = ", ".join(ai["models_that_made_pixels"])
    yield f"Models that made or changed pixels: {made or 'none'}."


def _reasons(told: Mapping[str, Any]) -> Iterable[str]:
    for each in told["kept"]:
        where = each["attribute"] or each["series"]
        yield f"{each['kind']} finding, {each['category']}, {where}: {each['reason']}"
    for each in told["overrides"]:
        yield f"Check overridden ({each['what']}): {each['reason']}"


def _left_out(source: Mapping[str, Any]) -> Iterable[str]:
    for each in source["not_exported"]:
        yield f"{each['files']} files: {each['reason']}"
    if source["not_dicom"]:
        yield f"{source['not_dicom']} files are not DICOM."


def _signed(signatures: Mapping[str, Any]) -> Iterable[str]:
    yield (
        f"Each of {signatures['files_signed']} files holds a signature of its own: "
        f"{signatures['standard']}, {signatures['algorithm']}."
    )
    for each in signatures["not_covered"]:
        yield f"{each['attribute']} cannot be covered by it, in {each['files']} files."
    if before := signatures["files_with_signatures_removed"]:
        yield f"{before} files were signed before; those signatures cannot hold and were removed."


def _checked(told: Mapping[str, Any]) -> Iterable[str]:
    checks = told["checks"]
    yield (
        f"{checks['files_read_back']} files were read back, and {checks['known_values_searched']} "
        "values of the source were searched for in them and not found."
    )
    yield "sha256sum -c manifest-sha256.txt"
    yield "dcmsign --verify +rg +cf certificate.pem dicom/S0001/000001.dcm"
    yield (
        "openssl cms -verify -binary -inform DER -in provenance.json.p7s "
        "-content provenance.json -CAfile certificate.pem -out /dev/null"
    )


def _section(title: str, lines: Iterable[str]) -> str:
    items = "".join(f"<li>{escape(line)}" for line in lines)
    return f"<h2>{escape(title)}</h2><ul>{items}</ul>" if items else ""
