"""A shared workstation: everybody logs in, and a role may do what it is for and no more."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.review.builders import header_finding, loaded
from viewer import access, review
from viewer.access import (
    NotPermittedError,
    add_user,
    log_in,
    log_out,
    permits,
    remove_user,
    require,
    roles,
    users,
)
from viewer.cli import main
from viewer.errors import UsageError
from viewer.gui.review_controller import ReviewController
from viewer.model import ScanResult
from viewer.provenance import AuditLog, LockedError, Vault, derived, master, protection_state
from viewer.review import Standing

ADMIN, SECRET = "Desk admin", "four words of mine"


@pytest.fixture(autouse=True)
def nobody() -> Iterator[None]:
    master.lock_again()
    yield
    log_out()


@pytest.fixture
def shared() -> None:
    add_user(ADMIN, "administrator", SECRET)
    add_user("R1", "reviewer", SECRET)
    add_user("A1", "auditor", SECRET)
    master.lock_again()


def _events() -> list[dict[str, object]]:
    return [entry for entry, _ in AuditLog().entries()]


def test_without_users_everything_is_allowed() -> None:
    assert not access.is_shared()
    for action in {each for may in roles().values() for each in may}:
        require(action)


def test_the_first_user_closes_every_other_way(keyring_folder: Path) -> None:
    key = derived("test")
    with pytest.raises(UsageError, match="must be an administrator"):
        add_user("R1", "reviewer", SECRET)
    add_user(ADMIN, "administrator", SECRET)
    assert protection_state().locks == ("user",)
    master.lock_again()
    with pytest.raises(LockedError, match=r"has users.*SCANVEIL_USER"):
        Vault.open(create=True)
    assert log_in(ADMIN, SECRET).role == "administrator"
    assert derived("test") == key


@pytest.mark.parametrize(("name", "password"), [(ADMIN, "guessed words"), ("Nobody", SECRET)])
def test_a_failed_login_is_logged_and_opens_nothing(shared: None, name: str, password: str) -> None:
    with pytest.raises(LockedError, match="name or the password is wrong"):
        log_in(name, password)
    assert not protection_state().is_open
    last = _events()[-1]
    assert (last["event"], last["account"]) == (
        "login failed",
        name if name == ADMIN else "unknown",
    )


def test_a_role_that_was_changed_in_the_file_opens_nothing(
    shared: None, private_home: Path
) -> None:
    place = private_home / "keys.json"
    content = json.loads(place.read_text())
    for each in content["locks"]:
        each["role"] = "administrator"
    place.write_text(json.dumps(content))
    with pytest.raises(LockedError):
        log_in("R1", SECRET)


@pytest.mark.parametrize("name", [ADMIN, "R1", "A1"])
def test_each_role_may_do_what_the_table_says(shared: None, name: str) -> None:
    role = log_in(name, SECRET).role
    for action in {each for may in roles().values() for each in may}:
        assert permits(action) == (action in roles()[role])
        if not permits(action):
            with pytest.raises(NotPermittedError, match=f"role {role} may not"):
                require(action)
            assert _events()[-1]["event"] == "not permitted"


def test_lines_of_the_log_name_who_is_there(shared: None) -> None:
    log_in("R1", SECRET)
    AuditLog().append("export begun", export="SVX-1")
    assert _events()[-1]["user"] == "R1"
    log_out("locked")
    assert (_events()[-1]["event"], _events()[-1]["user"]) == ("locked", "R1")
    AuditLog().append("export begun", export="SVX-2")
    assert "user" not in _events()[-1]
    assert not permits("open")


def test_a_removed_user_is_out_and_one_administrator_stays(shared: None) -> None:
    log_in(ADMIN, SECRET)
    remove_user("R1")
    with pytest.raises(UsageError, match="no user of that name"):
        remove_user("R1")
    with pytest.raises(UsageError, match="must be an administrator"):
        remove_user(ADMIN)
    log_out()
    with pytest.raises(LockedError):
        log_in("R1", SECRET)
    assert [each.name for each in users()] == ["A1", ADMIN]


@pytest.mark.parametrize(
    ("name", "password", "told"),
    [("x", SECRET, "2 to 40"), ("a\nb", SECRET, "2 to 40"), ("Fine", "short", "at least 10")],
)
def test_a_name_or_password_that_is_no_good_is_told(name: str, password: str, told: str) -> None:
    derived("test")
    with pytest.raises(UsageError, match=told):
        add_user(name, "administrator", password)
    assert not access.is_shared()


def test_commands_ask_who_is_there_and_keep_to_the_role(
    shared: None, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["vault", "info"]) == 1
    assert "SCANVEIL_USER" in capsys.readouterr().err
    monkeypatch.setenv("SCANVEIL_USER", "A1")
    monkeypatch.setenv("SCANVEIL_PASSPHRASE", SECRET)
    assert main(["audit", "verify"]) == 0
    assert main(["vault", "info"]) == 1
    assert "role auditor may not look into the vault" in capsys.readouterr().err
    log_out()
    monkeypatch.setenv("SCANVEIL_USER", ADMIN)
    assert main(["users", "list"]) == 0
    assert "R1: reviewer" in capsys.readouterr().out


def test_every_command_that_opens_something_has_its_action() -> None:
    from viewer.cli.run import _commands
    from viewer.cli.user_commands import _ACTIONS_OF

    free = {None, "open", "demo", "help", "profiles", "detectors", "methods", "checks"}
    assert set(_commands(None)) - free == set(_ACTIONS_OF)
    assert set(_ACTIONS_OF.values()) <= {each for may in roles().values() for each in may}


def test_two_accounts_are_two_people_in_a_review_and_names_stay_out(shared: None) -> None:
    assert access.person() == ""
    log_in("R1", SECRET)
    controller = ReviewController(None)
    controller.open(loaded(), "research", "reviewer")
    controller.attach(ScanResult((header_finding(1),)), is_complete=True)
    controller.accept("h1")
    log_out("locked")
    log_in(ADMIN, SECRET)
    add_user("R2", "second reviewer", SECRET)
    log_out()
    log_in("R2", SECRET)
    controller.agree(["h1"])
    assert controller.session is not None
    (opinion,) = controller.session.state.opinions["h1"]
    first = controller.session.state.decisions["h1"]
    assert (first.reviewer, opinion.reviewer) == ("reviewer", "second reviewer")
    assert first.person != opinion.person
    assert not {"R1", "R2"} & {first.person, opinion.person}
    said = controller.session.state.opinions
    assert review.standing(header_finding(1), first, said) is Standing.AGREED
