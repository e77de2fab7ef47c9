"""The words the command understands."""

from __future__ import annotations

import argparse
from pathlib import Path

from viewer import __version__
from viewer.cli import sharing
from viewer.cli.owner_arguments import add_audit, add_keys, add_users, add_vault
from viewer.errors import UsageError

_STATUS = """exit status:
  0  all well
  1  the check failed, or something needs a person
  2  wrong usage
  3  some inputs could not be read; they are listed and the rest was done
  4  the export was refused and nothing was published"""


class _Parser(argparse.ArgumentParser):
    def error(self, message: str) -> None:  # type: ignore[override]
        raise UsageError(f"{self.prog}: {message}.", f"Try '{self.prog} --help'.")


def parser() -> argparse.ArgumentParser:
    """The parser of ``scanveil``; the parsed words hold the command's name in ``command``."""
    top = _Parser(
        prog="scanveil",
        description="Finds what identifies the patient in a scan, removes it, and proves it.",
        epilog=_STATUS,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    top.add_argument("--version", action="version", version=f"scanveil {__version__}")
    commands = top.add_subparsers(dest="command", metavar="COMMAND")
    _open(commands)
    _demo(commands)
    _scan(commands)
    _clean(commands)
    _verify(commands)
    _authenticity(commands)
    add_vault(commands)
    add_keys(commands)
    add_audit(commands)
    add_users(commands)
    _profiles(commands)
    _devices(commands)
    _words(commands)
    _help(commands)
    for name, text in _LISTS.items():
        commands.add_parser(name, help=text, description=text)
    return top


_LISTS = {
    "detectors": "list the detectors with what each finds and misses",
    "methods": "list the cleaning methods with what each cleans and cannot",
    "checks": "list the authenticity checks with what each finds and misses",
}

Commands = argparse._SubParsersAction  # the only name argparse has for it


def _command(commands: Commands[_Parser], name: str, text: str) -> argparse.ArgumentParser:
    return commands.add_parser(name, help=text, description=text)


def _paths(command: argparse.ArgumentParser) -> None:
    command.add_argument(
        "paths", nargs="+", type=Path, metavar="PATH", help="file, folder, DICOMDIR or zip"
    )


def _shared(command: argparse.ArgumentParser) -> None:
    command.add_argument("--profile", default="research", metavar="NAME|FILE")
    command.add_argument("--jobs", type=_positive, default=1, metavar="N", help="processes")


def _open(commands: Commands[_Parser]) -> None:
    command = _command(commands, "open", "open the window on files")
    _paths(command)


def _demo(commands: Commands[_Parser]) -> None:
    command = _command(commands, "demo", "build the synthetic demo study and open it")
    command.add_argument("--out", type=Path, metavar="DIR", help="where to build it")
    command.add_argument(
        "--no-window", action="store_true", help="scan, clean and verify it instead"
    )
    command.add_argument("--screenshot", type=Path, metavar="FILE", help="save the window and quit")
    command.add_argument("--jobs", type=_positive, default=1, metavar="N", help="processes")


def _scan(commands: Commands[_Parser]) -> None:
    command = _command(commands, "scan", "find what identifies the patient")
    _paths(command)
    _shared(command)
    command.add_argument("--json", type=Path, metavar="FILE", help="write findings, - for stdout")
    command.add_argument("--html", type=Path, metavar="FILE", help="write a page for people")
    command.add_argument("--no-text", action="store_true", help="do not look for burned-in text")
    command.add_argument("--no-face", action="store_true", help="do not look for faces")
    command.add_argument("--show-values", action="store_true", help="write identifying values")
    _thorough(command)


def _thorough(command: argparse.ArgumentParser) -> None:
    command.add_argument(
        "--thorough",
        action="store_true",
        help="look for text in every frame by itself, at full size and in more views; slow",
    )


def _clean(commands: Commands[_Parser]) -> None:
    command = _command(commands, "clean", "write a cleaned and signed copy")
    _paths(command)
    _shared(command)
    command.add_argument("--out", type=Path, required=True, metavar="DIR")
    command.add_argument("--vault", type=Path, metavar="FILE")
    _thorough(command)
    command.add_argument("--decisions", type=Path, metavar="FILE")
    command.add_argument(
        "--accept-proposed", action="store_true", help="take every proposal without a person"
    )
    command.add_argument("--zip", action="store_true", help="publish one zip beside DIR as well")
    command.add_argument(
        "--originals-to",
        type=Path,
        action="append",
        default=[],
        metavar="CERT",
        help="put the original header into each file, encrypted to this certificate",
    )
    command.add_argument(
        "--encrypt-to",
        action="append",
        default=[],
        metavar="AGE",
        help="write DIR.zip.age for an age key (age1..., or a file of keys), or for 'passphrase'",
    )
    command.add_argument(
        "--no-way-back", action="store_true", help="keys and mapping exist for this run only"
    )
    _sharing(command)


def _sharing(command: argparse.ArgumentParser) -> None:
    """Why the copy may be given away; the statement and the report repeat it."""
    basis = command.add_argument_group("basis for sharing")
    basis.add_argument("--recipient", default="", metavar="TEXT", help="who gets the copy")
    basis.add_argument("--purpose", default="", metavar="TEXT", help="what for")
    basis.add_argument("--basis", choices=tuple(sharing.BASES), help="what allows it")
    basis.add_argument(
        "--basis-detail", default="", metavar="TEXT", help="protocol, agreement or report"
    )
    basis.add_argument("--basis-author", default="", metavar="TEXT", help="the expert's name")
    basis.add_argument("--distribution", choices=tuple(sharing.USES), help="how far it may go")


def _verify(commands: Commands[_Parser]) -> None:
    command = _command(commands, "verify", "check an exported folder")
    command.add_argument("folder", type=Path, metavar="DIR", help="the folder, or FILE.zip.age")
    command.add_argument("--identity", type=Path, metavar="FILE", help="the age key that opens it")
    command.add_argument("--jobs", type=_positive, default=1, metavar="N", help="processes")
    command.add_argument("--trust", type=Path, action="append", default=[], metavar="CERT")
    command.add_argument(
        "--pixels",
        choices=("none", "fast", "full"),
        default="fast",
        help="read text in images again: those that were changed (fast), or all, a second each",
    )
    command.add_argument("--vault", type=Path, metavar="FILE")
    command.add_argument("--json", type=Path, metavar="FILE")
    command.add_argument("--html", type=Path, metavar="FILE", help="write a page for people")
    command.add_argument(
        "--show-values", action="store_true", help="show kept texts that look suspicious"
    )


def _authenticity(commands: Commands[_Parser]) -> None:
    command = _command(commands, "authenticity", "lay out signs that an image was edited")
    _paths(command)
    command.add_argument("--json", type=Path, metavar="FILE")
    command.add_argument("--html", type=Path, metavar="FILE", help="write a page for people")
    command.add_argument("--region", type=_region, metavar="X,Y,W,H", help="check this area")


def _help(commands: Commands[_Parser]) -> None:
    command = _command(commands, "help", "explain: quick start, profiles, validation, limits, law")
    command.add_argument("topic", nargs="?", metavar="TOPIC")
    command.add_argument("--html", type=Path, metavar="DIR", help="write all pages as HTML")


def _profiles(commands: Commands[_Parser]) -> None:
    command = _command(commands, "profiles", "list the profiles, or import rules into one")
    _import(command, "rules", "CTP script, deid recipe or TCIA private tag knowledge base")
    command.add_argument("--out", type=Path, metavar="PROFILE", help="the profile to write")


def _devices(commands: Commands[_Parser]) -> None:
    command = _command(commands, "devices", "list, import or export rules of where devices print")
    text = "CTP pixel anonymizer script or deid recipe, for this site from now on"
    _import(command, "rules", text)
    command.add_argument("--as", dest="form", choices=["ctp", "deid"], help="print in this format")


def _words(commands: Commands[_Parser]) -> None:
    command = _command(commands, "words", "list or import words that identify nobody on a screen")
    text = "one word or whole line of a screen on each line, for this site from now on"
    _import(command, "words", text)


def _import(command: argparse.ArgumentParser, name: str, text: str) -> None:
    command.add_argument("--import", dest=name, type=Path, metavar="FILE", help=text)


def _positive(text: str) -> int:
    number = int(text)
    if number < 1:
        raise argparse.ArgumentTypeError("must be at least 1")
    return number


def _region(text: str) -> tuple[int, int, int, int]:
    x, y, width, height = (int(part) for part in text.split(","))
    if min(x, y) < 0 or min(width, height) < 1:
        raise argparse.ArgumentTypeError("must be X,Y,W,H in pixels")
    return x, y, width, height
