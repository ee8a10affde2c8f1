"""Every address of the site with every role: who is let in, who is sent to the door."""

import pytest
from conftest import PASSWORD
from flask import Flask
from flask.testing import FlaskClient
from werkzeug.routing import Rule as UrlRule

from chainmatch.access import Rule
from chainmatch.identity import add_account
from graph.domain.account import Account, Role
from graph.domain.clock import now
from graph.store import Store

NOT_OURS = {"static"}
VISITORS = (None, *Role)


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
def accounts(store: Store) -> dict[Role, Account]:
    made = {role: Account(f"{role}@test.example", role, role) for role in Role}
    made[Role.ENTERPRISE] = Account(
        "enterprise@test.example", "企业", Role.ENTERPRISE, enterprise="test:E1"
    )
    store.write("CREATE (:Enterprise {code: 'test:E1', name: '甲公司', source: 'office'})")
    for account in made.values():
        add_account(store, account=account, password=PASSWORD, now=now())
    return made


def client_of(app: Flask, account: Account | None) -> FlaskClient:
    """Return a fresh client, for an action may end its session."""
    client = app.test_client()
    if account is not None:
        with client.session_transaction() as session:
            session["_user_id"] = f"{account.epoch}:{account.email}"
            session["_fresh"] = True
    return client


def outcome(client: FlaskClient, address: str, method: str) -> str:
    answer = client.open(address, method=method)
    if answer.status_code == 403:
        return "refused"
    if answer.status_code == 302 and answer.location.startswith("/sign-in"):
        return "sent to sign in"
    return "let in" if answer.status_code < 500 else f"broken: {answer.status_code}"


def expected(allowed: Rule, role: Role | None) -> str:
    if allowed is None:
        return "let in"
    if role is None:
        return "sent to sign in"
    return "let in" if role in allowed else "refused"


@pytest.mark.parametrize("role", VISITORS, ids=str)
def test_each_address_lets_in_whom_its_table_names(
    app: Flask, accounts: dict[Role, Account], role: Role | None
) -> None:
    app.config["PROPAGATE_EXCEPTIONS"] = False
    account = accounts[role] if role else None
    seen, wanted = {}, {}
    for rule, address, method in addresses(app):
        allowed = app.view_functions[rule.endpoint].rule  # type: ignore[attr-defined]
        seen[f"{method} {address}"] = outcome(client_of(app, account), address, method)
        wanted[f"{method} {address}"] = expected(allowed, role)
    assert seen == wanted


def test_every_address_names_who_may_enter(app: Flask) -> None:
    views = {name: view for name, view in app.view_functions.items() if name not in NOT_OURS}
    assert [name for name, view in views.items() if not hasattr(view, "rule")] == []
