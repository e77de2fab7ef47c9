"""The whole flow on one page: load, detect, clean, export, verify."""

from __future__ import annotations

import argparse
import tempfile
from collections.abc import Callable, Sequence
from pathlib import Path

from viewer import detect, export, load, review, verify
from viewer.cli import (
    audit_commands,
    devices,
    handbook,
    handing_over,
    key_commands,
    listing,
    result_json,
    scan_html,
    sharing,
    user_commands,
    vault_commands,
    words,
)
from viewer.cli.arguments import parser
from viewer.cli.authenticity import look_for_edits
from viewer.cli.console import Bar, complain, say, write
from viewer.cli.secrets_asked import can_keep_keys, open_keys
from viewer.errors import ScanveilError, UsageError
from viewer.identifiers import Identifiers
from viewer.model import Decision, Loaded, ScanResult
from viewer.profile import import_profile, load_profile
from viewer.provenance import (
    AuditLog,
    LockedError,
    Vault,
    default_vault,
    protection_state,
    sign_head,
    throw_away_workstation,
)
from viewer.review.audited import log_decisions, log_opened

Window = Callable[[list[str], str | None], int]

_SUSPICIOUS = 5


def main(words: Sequence[str], window: Window | None = None) -> int:
    """Run one command and return its exit status; ``window`` opens the window on paths."""
    try:
        asked = parser().parse_args(words)
        user_commands.permit(asked)
        status = _commands(window)[asked.command](asked)
        if protection_state().is_open:
            sign_head(AuditLog())
        return status
    except ScanveilError as error:
        return complain(error)
    except KeyboardInterrupt:
        say("Stopped. Nothing was published.")
        return 1


def _commands(window: Window | None) -> dict[str | None, Callable[[argparse.Namespace], int]]:
    def show(asked: argparse.Namespace) -> int:
        return _show(window, [str(path) for path in getattr(asked, "paths", [])])

    return {
        None: show,
        "open": show,
        "demo": lambda asked: _demo(asked, window),
        "scan": _scan,
        "clean": _clean,
        "verify": _verify,
        "authenticity": look_for_edits,
        "vault": vault_commands.run,
        "keys": key_commands.run,
        "audit": audit_commands.run,
        "users": user_commands.run,
        "profiles": _profiles,
        "devices": devices.run,
        "words": words.run,
        "help": handbook.show,
        "detectors": listing.show,
        "methods": listing.show,
        "checks": listing.show,
    }


def _show(window: Window | None, found: list[str], screenshot: str | None = None) -> int:
    if window is None:
        raise UsageError("This command opens a window.", "Start it with 'scanveil'.")
    return window(found, screenshot)


def _scan(asked: argparse.Namespace) -> int:
    profile = load_profile(asked.profile)
    loaded = _load(asked.paths)
    result = detect.scan(
        loaded,
        profile,
        text=not asked.no_text,
        face=not asked.no_face,
        thorough=asked.thorough,
        jobs=asked.jobs,
        progress=Bar(),
    )
    if asked.json:
        write(asked.json, lambda: result_json.scan(loaded, result, profile, asked.show_values))
    if asked.html:
        write(asked.html, lambda: scan_html.page(loaded, result, profile, asked.show_values))
    _summary(loaded, result)
    return _status(loaded, 1 if result.failures else 0)


def _clean(asked: argparse.Namespace) -> int:
    if asked.no_way_back and asked.vault:
        raise UsageError("A vault is a way back.", "Leave out --vault or --no-way-back.")
    if asked.no_way_back or (not asked.vault and not can_keep_keys()):
        say("Keys and mapping exist for this run only: there is no way back to the patients.")
        with throw_away_workstation():
            return _clean_here(asked)
    open_keys()
    return _clean_here(asked)


def _clean_here(asked: argparse.Namespace) -> int:
    encrypt = handing_over.prepared(asked)
    profile = load_profile(asked.profile)
    export.check_target(asked.out, asked.paths)
    loaded = _load(asked.paths)
    known: dict[str, Identifiers] = {}
    result = detect.scan(
        loaded,
        profile,
        thorough=asked.thorough,
        jobs=asked.jobs,
        progress=Bar(),
        known=known,
    )
    result, decisions = _decided(asked, loaded, result)
    opinions = _opinions(asked)
    log_decisions(AuditLog(), decisions)
    with Vault.open(asked.vault, create=True) as vault:
        report = export.export(
            loaded,
            result,
            decisions,
            out=asked.out,
            profile=profile,
            vault=vault,
            jobs=asked.jobs,
            zip=asked.zip,
            sharing=sharing.stated(asked),
            opinions=opinions,
            accept_proposed=asked.accept_proposed,
            known=known,
            originals_to=asked.originals_to,
            progress=Bar(),
        )
    say(f"{report.instances} instances cleaned, checked and signed.")
    encrypt()
    for each in report.unreadable[len(loaded.unreadable) :]:
        say(f"not exported: {each.source.key}: {each.reason}")
    if report.warning:
        say(report.warning)
    return 3 if report.unreadable else int(bool(report.warning))


def _verify(asked: argparse.Namespace) -> int:
    with handing_over.folder_of(asked) as folder:
        return _verify_folder(asked, folder)


def _verify_folder(asked: argparse.Namespace, folder: Path) -> int:
    vault = _vault_of_export(asked)
    try:
        report = verify.verify(
            folder,
            vault=vault,
            trusted=asked.trust,
            jobs=asked.jobs,
            pixels=verify.PixelReading(asked.pixels),
            progress=Bar(),
        )
    finally:
        if vault:
            vault.close()
    if asked.json:
        write(asked.json, lambda: result_json.verification(report, asked.show_values))
    if asked.html:
        write(asked.html, lambda: verify.certificate_page(report, asked.folder))
    for check in report.checks:
        mark = ("ok  " if check.ok else "FAIL") if check.done else "skip"
        say(f"{mark} {check.title}: {check.detail}")
    for each in report.suspicious[:_SUSPICIOUS]:
        text = each.text.reveal() if asked.show_values else str(each.text)
        where = f"{each.attribute} {each.keyword}".strip()
        say(f"look {where} in {each.files} files: {text} ({each.why}, {each.score:.2f})")
    if asked.vault and not all(check.done for check in report.checks if check.id == "residual"):
        say("The vault that was named does not know this export.")
        return 1
    event = "export verified" if report.ok else "verification failed"
    AuditLog().append(event, signer=report.fingerprint[:16])
    return 0 if report.ok else 1


def _vault_of_export(asked: argparse.Namespace) -> Vault | None:
    """The vault that was named; else the own one, if it is there and opens."""
    if asked.vault:
        return Vault.open(asked.vault)
    try:
        return Vault.open() if default_vault().exists() else None
    except LockedError as error:
        say(f"The vault stays closed: {error.message}")
        return None


def _demo(asked: argparse.Namespace, window: Window | None) -> int:
    from viewer.demo import make_demo

    out = asked.out or Path(tempfile.mkdtemp(prefix="scanveil-demo-"))
    folder = make_demo(out / "study", progress=Bar())
    if asked.no_window:
        with throw_away_workstation():
            return _demo_without_window(asked, out, folder)
    if asked.screenshot:
        with throw_away_workstation():
            return _show(window, [str(folder)], str(asked.screenshot))
    return _show(window, [str(folder)])


def _demo_without_window(asked: argparse.Namespace, out: Path, folder: Path) -> int:
    cleaned = out / "cleaned"
    jobs = ["--jobs", str(asked.jobs)]
    status = main(["clean", str(folder), "--out", str(cleaned), "--accept-proposed", *jobs])
    if status == 0:
        status = main(["verify", str(cleaned)])
    copies = "The demo study and its cleaned copy are" if cleaned.exists() else "The demo study is"
    say(f"{copies} in {out}.")
    return status


def _profiles(asked: argparse.Namespace) -> int:
    if not asked.rules:
        return listing.show(asked)
    if not asked.out:
        raise UsageError("Imported rules need a place.", "Name the profile to write with --out.")
    text, notes = import_profile(asked.rules)
    write(asked.out, lambda: text)
    for note in notes:
        say(f"note: {note}")
    return 0


def _load(found: list[Path]) -> Loaded:
    loaded = load.load(found, progress=Bar())
    log_opened(AuditLog(), loaded)
    for warning in loaded.warnings:
        say(f"note: {warning}")
    for each in loaded.unreadable:
        say(f"could not be read: {each.source.key}: {each.reason}")
    return loaded


def _decided(
    asked: argparse.Namespace, loaded: Loaded, result: ScanResult
) -> tuple[ScanResult, dict[str, Decision]]:
    decided: dict[str, Decision] = {}
    if asked.decisions:
        result, decided = review.read_decisions(asked.decisions, loaded, result)
    if asked.accept_proposed:
        decided = review.accept_proposals(result.findings) | decided
    return result, decided


def _opinions(asked: argparse.Namespace) -> review.Opinions:
    """What second reviewers said, as far as this workstation wrote it."""
    if not asked.decisions:
        return {}
    found, strange = review.read_opinions(asked.decisions)
    if strange:
        say(f"{strange} opinions of second reviewers were not written here and do not count.")
    return found


def _summary(loaded: Loaded, result: ScanResult) -> None:
    count = len(list(loaded.instances()))
    say(f"{count} instances, {len(result.findings)} findings.")
    if not count:
        say("There is nothing here that could be read as DICOM: check the path.")
    for risk in result.risks:
        say(f"face: {risk.grade}: {'; '.join(risk.why)}")
    for failure in result.failures:
        say(f"{failure.detector} failed on {failure.source.key}: {failure.error}")


def _status(loaded: Loaded, otherwise: int) -> int:
    return 3 if loaded.unreadable else otherwise
