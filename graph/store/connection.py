"""The one place where Cypher meets the driver."""

import threading
from collections.abc import Callable, Iterator, Mapping
from typing import Any, LiteralString, TypeVar

import neo4j
from neo4j import exceptions

from graph.embedded import Endpoint
from graph.errors import Conflict, GraphUnavailable

Row = dict[str, Any]
Result = TypeVar("Result")

CONNECT_SECONDS = 5.0
RETRY_SECONDS = 30.0
FETCH_ROWS = 2000

_UNREACHABLE = (
    exceptions.ServiceUnavailable,
    exceptions.SessionExpired,
    exceptions.AuthError,
    OSError,
)


class Transaction:
    """The statements of one write that stand or fall together."""

    def __init__(self, inner: neo4j.ManagedTransaction) -> None:
        self._inner = inner

    def run(self, cypher: LiteralString, **parameters: Any) -> list[Row]:
        """Run one statement and return its rows."""
        return self._inner.run(cypher, parameters).data()


class Store:
    """Runs Cypher constants on the graph: reads on the read route, writes retried.

    ``locate`` says where the database answers now; it is asked again when a connection is lost,
    so that a restarted embedded server is found. Raises GraphUnavailable where nothing answers
    and Conflict where a unique key is taken.
    """

    def __init__(self, locate: Callable[[], Endpoint | None]) -> None:
        self._locate = locate
        self._guard = threading.Lock()
        self._endpoint: Endpoint | None = None
        self._driver: neo4j.Driver | None = None

    @property
    def endpoint(self) -> Endpoint:
        """The endpoint in use, found if need be."""
        self._connected()
        if self._endpoint is None:
            raise _unavailable()
        return self._endpoint

    def read(self, cypher: LiteralString, **parameters: Any) -> list[Row]:
        """Run a reading statement and return its rows."""
        with _translated(self):
            return self._query(cypher, parameters, neo4j.RoutingControl.READ)

    def read_one(self, cypher: LiteralString, **parameters: Any) -> Row | None:
        """Run a reading statement and return its first row, or None."""
        rows = self.read(cypher, **parameters)
        return rows[0] if rows else None

    def write(self, cypher: LiteralString, **parameters: Any) -> list[Row]:
        """Run one writing statement in a transaction of its own and return its rows."""
        with _translated(self):
            return self._query(cypher, parameters, neo4j.RoutingControl.WRITE)

    def transact(self, work: Callable[[Transaction], Result]) -> Result:
        """Run several statements as one; ``work`` may run again after a transient error."""
        with _translated(self), self._session() as session:
            return session.execute_write(lambda inner: work(Transaction(inner)))

    def stream(self, cypher: LiteralString, **parameters: Any) -> Iterator[Row]:
        """Yield the rows of a reading statement without holding them all."""
        with _translated(self), self._session(neo4j.READ_ACCESS) as session:
            for record in session.run(cypher, parameters):
                yield record.data()

    def close(self) -> None:
        """Close the connection; the next call opens it anew."""
        with self._guard:
            driver, self._driver, self._endpoint = self._driver, None, None
        if driver is not None:
            driver.close()

    def _query(
        self, cypher: LiteralString, parameters: Mapping[str, Any], routing: neo4j.RoutingControl
    ) -> list[Row]:
        driver = self._connected()
        result = driver.execute_query(
            cypher, dict(parameters), database_=self.endpoint.database, routing_=routing
        )
        return [record.data() for record in result.records]

    def _session(self, access: str = neo4j.WRITE_ACCESS) -> neo4j.Session:
        driver = self._connected()
        return driver.session(
            database=self.endpoint.database, default_access_mode=access, fetch_size=FETCH_ROWS
        )

    def _connected(self) -> neo4j.Driver:
        with self._guard:
            if self._driver is None:
                self._endpoint = self._locate()
                if self._endpoint is None:
                    raise _unavailable()
                self._driver = _open(self._endpoint)
            return self._driver


class _translated:  # noqa: N801 - reads as a word where it is used
    """Turn the driver's errors into ours; forget a lost connection."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def __enter__(self) -> None:
        return None

    def __exit__(self, kind: Any, error: BaseException | None, trace: Any) -> None:
        if isinstance(error, exceptions.ConstraintError):
            raise Conflict("这条记录已经存在。") from error
        if isinstance(error, _UNREACHABLE):
            self._store.close()
            raise _unavailable() from error


def _open(endpoint: Endpoint) -> neo4j.Driver:
    return neo4j.GraphDatabase.driver(
        endpoint.url,
        auth=(endpoint.user, endpoint.password),
        connection_timeout=CONNECT_SECONDS,
        max_transaction_retry_time=RETRY_SECONDS,
        user_agent="chainmatch",
        notifications_min_severity="OFF",
    )


def _unavailable() -> GraphUnavailable:
    return GraphUnavailable("图数据库暂时无法连接，请稍后再试；已保存的数据不受影响。")
