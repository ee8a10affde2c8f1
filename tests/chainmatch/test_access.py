"""Every address of the site with every visitor: who is let in, who is sent to the door."""

from datetime import timedelta

import pytest
from conftest import PASSWORD
from flask import Flask
from flask.testing import FlaskClient
from werkzeug.routing import Rule as UrlRule

from chainmatch.access import Rule, standing
from chainmatch.people.identity import add_account
from chainmatch.problems import ADDRESSES
from chainmatch.rooms.accounts.session import session_id_of
from graph.domain.account import Account, Membership, Role
from graph.domain.clock import instant_text, now
from graph.domain.session import Session
from graph.domain.token import Scope, Token, id_of, make_secret, start_of
from graph.store import Store
from graph.store.people.accounts import find_account
from graph.store.people.sessions import open_session
from graph.store.people.tokens import create_token

NOT_OURS = {"static"}
VISITORS = {
    "anonymous": None,
    "applicant": Role.APPLICANT,
    "owner": Role.ENTERPRISE,
    "member": Role.ENTERPRISE,
    "organizer": Role.ORGANIZER,
    "analyst": Role.ANALYST,
    "unit": Role.UNIT,
    "administrator": Role.ADMINISTRATOR,
}
SECRET = "the secret of the session"


def addresses(app: Flask) -> list[tuple[UrlRule, str, str]]:
    """List each rule with an address that it matches, once for each of its methods."""
    found = []
    for rule in app.url_map.iter_rules():
        if rule.endpoint in NOT_OURS:
            continue
        built = rule.build(dict.fromkeys(rule.arguments, "nothing"), append_unknown=False)
        assert built is not None
        methods = sorted((rule.methods or set()) & {"GET", "POST"})
        found += [(rule, built[1], method) for method in methods]
    return found


@pytest.fixture
def accounts(store: Store) -> dict[str, Account | None]:
    """One account of each kind; the first to act for the enterprise owns it."""
    store.write("CREATE (:Enterprise {code: 'test:E1', name: '甲公司', source: 'office'})")
    made: dict[str, Account | None] = {}
    for name, role in VISITORS.items():
        email = f"{name}@test.example"
        if role is not None:
            code = "test:E1" if role == Role.ENTERPRISE else ""
            unit = "市工信局" if role == Role.UNIT else ""
            account = Account(email, name, role, enterprise=code, unit=unit)
            add_account(store, account=account, password=PASSWORD, now=now())
        made[name] = find_account(store, email)
    return made


def client_of(app: Flask, store: Store, account: Account | None) -> FlaskClient:
    """Return a fresh client: an action may end its session, or its membership."""
    client = app.test_client()
    if account is None:
        return client
    store.write(
        "MATCH (u:User {email: $email}) SET u.role = $role"
        " WITH u MATCH (e:Enterprise {code: $enterprise})"
        " MERGE (u)-[a:ACTS_FOR]->(e) SET a.membership = $membership",
        email=account.email,
        role=account.role,
        enterprise=account.enterprise,
        membership=account.membership,
    )
    store.write("MATCH (s:Session) DETACH DELETE s")
    at = now()
    begun = Session(session_id_of(SECRET), "", "", instant_text(at), instant_text(at))
    open_session(store, account.email, begun, at=at)
    with client.session_transaction() as session:
        session["_user_id"] = f"{SECRET}:{account.email}"
        session["_fresh"] = True
    return client


def token_of(store: Store, account: Account | None) -> dict[str, str]:
    """Return the header by which a program reads for an account: with all scopes there are."""
    if account is None:
        return {}
    secret = make_secret()
    at = now()
    ends = instant_text(at + timedelta(days=1))
    made = Token(id_of(secret), "test", start_of(secret), tuple(Scope), instant_text(at), ends)
    create_token(store, account.email, made)
    return {"Authorization": f"Bearer {secret}"}


def outcome(client: FlaskClient, address: str, method: str, headers: dict[str, str]) -> str:
    answer = client.open(address, method=method, headers=headers)
    if answer.status_code == 403:
        return "refused"
    if answer.status_code == 401 and address.startswith(ADDRESSES):
        return "sent to sign in"
    if answer.status_code == 302 and answer.location.startswith("/sign-in"):
        return "sent to sign in"
    return "let in" if answer.status_code < 500 else f"broken: {answer.status_code}"


def expected(allowed: Rule, account: Account | None) -> str:
    if allowed is None:
        return "let in"
    if account is None:
        return "sent to sign in"
    return "let in" if standing(account) & allowed else "refused"


@pytest.mark.parametrize("visitor", VISITORS)
def test_each_address_lets_in_whom_its_table_names(
    app: Flask, store: Store, accounts: dict[str, Account | None], visitor: str
) -> None:
    app.config["PROPAGATE_EXCEPTIONS"] = False
    account = accounts[visitor]
    seen, wanted = {}, {}
    token = token_of(store, account)
    for rule, address, method in addresses(app):
        allowed = app.view_functions[rule.endpoint].rule  # type: ignore[attr-defined]
        is_program = address.startswith(ADDRESSES)
        client = app.test_client() if is_program else client_of(app, store, account)
        headers = token if is_program else {}
        seen[f"{method} {address}"] = outcome(client, address, method, headers)
        wanted[f"{method} {address}"] = expected(allowed, account)
    assert seen == wanted


def test_the_visitors_are_all_there_can_be(accounts: dict[str, Account | None]) -> None:
    known = [account for account in accounts.values() if account]
    assert {account.role for account in known} == set(Role)
    memberships = {account.membership for account in known if account.role == Role.ENTERPRISE}
    assert memberships == set(Membership)


def test_every_address_names_who_may_enter(app: Flask) -> None:
    views = {name: view for name, view in app.view_functions.items() if name not in NOT_OURS}
    assert [name for name, view in views.items() if not hasattr(view, "rule")] == []
