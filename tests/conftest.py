"""Fixtures: one embedded database for the whole run, a clean graph for each test."""

import os
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest
from argon2 import PasswordHasher
from flask import Flask
from flask.testing import FlaskClient
from neo4j_server import SHORT_LIVED, Neo4jServer, missing_tool

from chainmatch import create_app
from chainmatch.application import connect
from chainmatch.config import Config
from chainmatch.i18n import use_language
from chainmatch.people import identity
from chainmatch.rooms.accounts import operations
from graph.domain.account import Account, Role
from graph.domain.clock import now
from graph.embedded import EmbeddedServer, Endpoint
from graph.embedded.process import MEMORY
from graph.ledger import table
from graph.store import Store
from graph.store.migrations import migrate

PASSWORD = "correct horse battery"
EMBEDDED, NEO4J = SERVERS = ("embedded", "neo4j")
ON_BOTH = Path(__file__).parent / "graph"
"""The graph layer is tested on both servers; what stands on it, where a test asks for both."""


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """Run each test of the graph layer, and those marked so, on both servers."""
    asks = metafunc.definition.get_closest_marker("both_servers")
    is_graph = metafunc.definition.path.is_relative_to(ON_BOTH)
    if "graph_server" in metafunc.fixturenames and (asks or is_graph):
        metafunc.parametrize("graph_server", SERVERS, indirect=True)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Keep together, where several processes run the tests, those that share something slow."""
    for item in items:
        item.add_marker(pytest.mark.xdist_group(_shared(item)))


def _shared(item: pytest.Item) -> str:
    """Name what a test shares: the one Neo4j, the one site in a browser, else its file."""
    parameters = getattr(getattr(item, "callspec", None), "params", {})
    needs = getattr(item, "fixturenames", ())
    if parameters.get("graph_server") == NEO4J or "neo4j_endpoint" in needs:
        return NEO4J
    return "browser" if item.get_closest_marker("browser") else item.nodeid.partition("::")[0]


@pytest.fixture(autouse=True)
def chinese_reader() -> None:
    """Start every test in Chinese, whatever the one before it spoke."""
    use_language("zh")


@pytest.fixture(autouse=True, scope="session")
def quick_hashes() -> Iterator[None]:
    """Hash the passwords of throw-away accounts at the least cost, half a second less for each."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(
            identity, "_hasher", PasswordHasher(time_cost=1, memory_cost=8, parallelism=1)
        )
        yield


@pytest.fixture(autouse=True, scope="session")
def short_lived_java() -> Iterator[None]:
    """Start embedded servers like the Neo4j of the tests: quick to start, never well compiled."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("ARCADEDB_JVM_ARGS", f"{MEMORY['ARCADEDB_JVM_ARGS']} {SHORT_LIVED}")
        yield


@pytest.fixture(scope="session")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("home")


@pytest.fixture(scope="session")
def embedded_endpoint(home: Path) -> Iterator[Endpoint]:
    server = EmbeddedServer(home)
    yield server.start()
    server.stop()


@pytest.fixture(scope="session")
def neo4j_endpoint(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Endpoint]:
    missing = missing_tool()
    if missing and os.environ.get("CHAINMATCH_REQUIRE_NEO4J"):
        pytest.fail(f"no Neo4j: the command {missing} is missing")
    if missing:
        pytest.skip(f"no Neo4j: install the command {missing} to run the tests on it too")
    server = Neo4jServer(tmp_path_factory.mktemp("neo4j"))
    yield server.start()
    server.stop()


@pytest.fixture(scope="session")
def embedded_store(embedded_endpoint: Endpoint) -> Iterator[Store]:
    yield from migrated(embedded_endpoint)


@pytest.fixture(scope="session")
def neo4j_store(neo4j_endpoint: Endpoint) -> Iterator[Store]:
    yield from migrated(neo4j_endpoint)


def migrated(endpoint: Endpoint) -> Iterator[Store]:
    store = Store(lambda: endpoint)
    migrate(store)
    yield store
    store.close()


@pytest.fixture
def graph_server(request: pytest.FixtureRequest) -> str:
    """On which server the test runs; tests on both get it as their parameter."""
    return getattr(request, "param", EMBEDDED)


@pytest.fixture
def endpoint(store: Store) -> Endpoint:
    return store.endpoint


@pytest.fixture
def store(graph_server: str, request: pytest.FixtureRequest) -> Store:
    """An empty graph, of which nothing is remembered."""
    store: Store = request.getfixturevalue(f"{graph_server}_store")
    store.write("MATCH (n) WHERE NOT n:Migration DETACH DELETE n")
    table.forget(store)
    return store


@pytest.fixture
def config(store: Store, home: Path) -> Config:
    return Config(home=home, graph=None if store.endpoint.is_embedded else store.endpoint)


@pytest.fixture(scope="session")
def houses() -> dict[str, Flask]:
    """The site on each server: its addresses and templates are compiled once for all tests."""
    return {}


@pytest.fixture
def app(config: Config, graph_server: str, houses: dict[str, Flask]) -> Iterator[Flask]:
    """The site with settings and connections of its own."""
    if graph_server not in houses:
        houses[graph_server] = create_app(config)
    app = houses[graph_server]
    settings = dict(app.config)
    connect(app, config)
    app.config.update(TESTING=True, WTF_CSRF_ENABLED=False)
    yield app
    app.config.clear()
    app.config.update(settings)
    for connection in ("store", "reader"):
        app.extensions[connection].close()


@pytest.fixture
def client(app: Flask) -> FlaskClient:
    return app.test_client()


class Doorman:
    """Makes accounts and signs clients in."""

    def __init__(self, app: Flask, store: Store) -> None:
        self._app = app
        self._store = store
        self._made: Counter[Role] = Counter()

    def client(
        self, role: Role, *, enterprise: str = "", locale: str = "zh", unit: str = ""
    ) -> FlaskClient:
        """Return a client signed in with a new account of this role.

        The first is ``<role>@test.example``, further ones carry a number.
        """
        self._made[role] += 1
        number = self._made[role] if self._made[role] > 1 else ""
        account = Account(
            f"{role}{number}@test.example", f"{role}", role, locale, enterprise, unit=unit
        )
        operations.add_account(self._store, account=account, password=PASSWORD, now=now())
        client = self._app.test_client()
        answer = client.post("/sign-in", data={"email": account.email, "password": PASSWORD})
        assert answer.status_code == 302
        return client


@pytest.fixture
def doorman(app: Flask, store: Store) -> Doorman:
    return Doorman(app, store)
