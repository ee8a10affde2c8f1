"""Fixtures: one embedded database for the whole run, a clean graph for each test."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from flask import Flask
from flask.testing import FlaskClient
from neo4j_server import Neo4jServer, missing_tool

from chainmatch import create_app
from chainmatch.accounts import operations
from chainmatch.config import Config
from chainmatch.i18n import use_language
from graph.domain.account import Account, Role
from graph.domain.clock import now
from graph.embedded import EmbeddedServer, Endpoint
from graph.store import Store
from graph.store.migrations import migrate

PASSWORD = "correct horse battery"


@pytest.fixture(autouse=True)
def chinese_reader() -> None:
    """Start every test in Chinese, whatever the one before it spoke."""
    use_language("zh")


@pytest.fixture(scope="session")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("home")


@pytest.fixture(scope="session")
def endpoint(home: Path) -> Iterator[Endpoint]:
    """Start the embedded server, or a Neo4j where CHAINMATCH_TEST_GRAPH asks for it."""
    wants_neo4j = os.environ.get("CHAINMATCH_TEST_GRAPH") == "neo4j"
    if wants_neo4j and missing_tool():
        pytest.skip(f"no Neo4j: the command {missing_tool()} is missing")
    server = Neo4jServer(home / "neo4j") if wants_neo4j else EmbeddedServer(home)
    yield server.start()
    server.stop()


@pytest.fixture(scope="session")
def migrated_store(endpoint: Endpoint) -> Iterator[Store]:
    store = Store(lambda: endpoint)
    migrate(store)
    yield store
    store.close()


@pytest.fixture
def store(migrated_store: Store) -> Store:
    """An empty graph."""
    migrated_store.write("MATCH (n) WHERE NOT n:Migration DETACH DELETE n")
    return migrated_store


@pytest.fixture
def config(store: Store, home: Path) -> Config:
    return Config(home=home, graph=None if store.endpoint.is_embedded else store.endpoint)


@pytest.fixture
def app(config: Config) -> Iterator[Flask]:
    app = create_app(config)
    app.config.update(TESTING=True, WTF_CSRF_ENABLED=False)
    yield app
    app.extensions["store"].close()


@pytest.fixture
def client(app: Flask) -> FlaskClient:
    return app.test_client()


class Doorman:
    """Makes accounts and signs clients in."""

    def __init__(self, app: Flask, store: Store) -> None:
        self._app = app
        self._store = store

    def client(self, role: Role, *, enterprise: str = "", locale: str = "zh") -> FlaskClient:
        """Return a client signed in with a new account of this role."""
        account = Account(f"{role}@test.example", f"{role}", role, locale, enterprise)
        operations.add_account(self._store, account=account, password=PASSWORD, now=now())
        client = self._app.test_client()
        answer = client.post("/sign-in", data={"email": account.email, "password": PASSWORD})
        assert answer.status_code == 302
        return client


@pytest.fixture
def doorman(app: Flask, store: Store) -> Doorman:
    return Doorman(app, store)
