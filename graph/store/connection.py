"""The one place where Cypher meets the driver."""

import threading
import time
from collections.abc import Callable, Iterator, Mapping
from typing import Any, LiteralString, TypeVar, cast

import neo4j
import neo4j.graph
from neo4j import exceptions

from graph.embedded import Endpoint
from graph.errors import Conflict, GraphUnavailable
from graph.store.patience import LOST, Patience

Row = dict[str, Any]
Connection = tuple[neo4j.Driver, Endpoint]
Result = TypeVar("Result")

CONNECT_SECONDS = 5.0
FETCH_ROWS = 2000
PLAIN = frozenset({str, int, float, bool, type(None)})
_READING = {"default_access_mode": neo4j.READ_ACCESS}
PING: LiteralString = "RETURN 1 AS one"


class Transaction:
    """The statements of one write that stand or fall together."""

    def __init__(self, inner: neo4j.ManagedTransaction) -> None:
        self._inner = inner

    def run(self, cypher: LiteralString, **parameters: Any) -> list[Row]:
        """Run one statement and return its rows."""
        return [_row(record) for record in self._inner.run(cypher, parameters)]


class Store:
    """Runs Cypher constants on the graph: reads on the read route, both retried with Patience.

    ``locate`` says where the database answers now; it is asked again when a connection is lost,
    so that a restarted embedded server is found. Raises GraphUnavailable where nothing answers
    and Conflict where a unique key is taken.
    """

    def __init__(self, locate: Callable[[], Endpoint | None]) -> None:
        self._locate = locate
        self._guard = threading.Lock()
        self._connection: Connection | None = None

    @property
    def endpoint(self) -> Endpoint:
        """The endpoint in use, found if need be."""
        return self._connected()[1]

    def read(self, cypher: LiteralString, **parameters: Any) -> list[Row]:
        """Run a reading statement and return its rows.

        A statement of its own: to open and close a transaction around it takes one more round trip.
        """

        def run(driver: neo4j.Driver, endpoint: Endpoint) -> list[Row]:
            with driver.session(**_session(driver, endpoint), **_READING) as session:
                return [_row(record) for record in session.run(cypher, parameters)]

        return self._patiently(run)

    def read_one(self, cypher: LiteralString, **parameters: Any) -> Row | None:
        """Run a reading statement and return its first row, or None."""
        rows = self.read(cypher, **parameters)
        return rows[0] if rows else None

    def write(self, cypher: LiteralString, **parameters: Any) -> list[Row]:
        """Run one writing statement in a transaction of its own and return its rows."""

        def run(driver: neo4j.Driver, endpoint: Endpoint) -> list[Row]:
            result = driver.execute_query(cypher, dict(parameters), database_=endpoint.database)
            return [_row(record) for record in result.records]

        return self._patiently(run)

    def transact(self, work: Callable[[Transaction], Result]) -> Result:
        """Run several statements as one; ``work`` may run again after a transient error."""

        def run(driver: neo4j.Driver, endpoint: Endpoint) -> Result:
            with driver.session(**_session(driver, endpoint)) as session:
                return session.execute_write(lambda inner: work(Transaction(inner)))

        return self._patiently(run)

    def stream(self, cypher: LiteralString, **parameters: Any) -> Iterator[Row]:
        """Yield the rows of a reading statement without holding them all."""
        driver, endpoint = self._connected()
        try:
            with driver.session(
                **_session(driver, endpoint), **_READING, fetch_size=FETCH_ROWS
            ) as session:
                for record in session.run(cypher, parameters):
                    yield _row(record)
        except LOST as error:
            self._forget(driver)
            raise _unavailable() from error

    def look(
        self, cypher: str, parameters: Mapping[str, Any], *, rows: int, seconds: float, user: str
    ) -> tuple[list[str], list[neo4j.Record]]:
        """Run a checked text that a person typed; return its columns and at most ``rows`` records.

        ``user`` has the password of the endpoint. The only statement that is no constant: see
        ``graph.inquiry``, which checks it first.
        """
        query = neo4j.Query(cast(LiteralString, cypher), timeout=seconds)
        reading = {"default_access_mode": neo4j.READ_ACCESS, "fetch_size": min(rows, FETCH_ROWS)}

        started = time.monotonic()

        def run(driver: neo4j.Driver, endpoint: Endpoint) -> tuple[list[str], list[neo4j.Record]]:
            if time.monotonic() - started > seconds:
                raise _unavailable()  # lost and found again, when nobody waits for it any more
            as_user = {"auth": (user, endpoint.password)} if user != endpoint.user else {}
            with driver.session(**_session(driver, endpoint), **reading, **as_user) as session:
                result = session.run(query, dict(parameters))
                return list(result.keys()), result.fetch(rows)

        return self._patiently(run)

    def ping(self) -> None:
        """Ask for nothing. Raises GraphUnavailable where nobody answers."""
        self.read(PING)

    def close(self) -> None:
        """Close the connection; the next call opens it anew."""
        with self._guard:
            connection, self._connection = self._connection, None
        if connection is not None:
            connection[0].close()

    def _patiently(self, run: Callable[[neo4j.Driver, Endpoint], Result]) -> Result:
        patience: Patience | None = None
        while True:
            driver, endpoint = self._connected()
            patience = patience or Patience(endpoint)
            try:
                return _candidly(run, driver, endpoint)
            except exceptions.ConstraintError as error:
                raise Conflict("这条记录已经存在。") from error
            except (exceptions.DriverError, exceptions.Neo4jError, OSError) as error:
                is_lost = isinstance(error, LOST)
                if is_lost:
                    self._forget(driver)
                if patience.wait(error):
                    continue
                if is_lost:
                    raise _unavailable() from error
                raise

    def _connected(self) -> Connection:
        with self._guard:
            if self._connection is None:
                endpoint = self._locate()
                if endpoint is None:
                    raise _unavailable()
                self._connection = (_open(endpoint), endpoint)
            return self._connection

    def _forget(self, driver: neo4j.Driver) -> None:
        """Drop a driver whose server has moved; one at the same address reconnects by itself."""
        with self._guard:
            if self._connection is None or self._connection[0] is not driver:
                return
            if self._locate() == self._connection[1]:
                return
            self._connection = None
        driver.close()


def _candidly(
    run: Callable[[neo4j.Driver, Endpoint], Result], driver: neo4j.Driver, endpoint: Endpoint
) -> Result:
    """Raise what the server said: the driver sometimes says only that a result has failed."""
    try:
        return run(driver, endpoint)
    except exceptions.ResultFailedError as error:
        raise (error.__cause__ or error) from None


def _open(endpoint: Endpoint) -> neo4j.Driver:
    return neo4j.GraphDatabase.driver(
        endpoint.url,
        auth=(endpoint.user, endpoint.password),
        connection_timeout=CONNECT_SECONDS,
        max_transaction_retry_time=0.0,
        user_agent="chainmatch",
        notifications_min_severity="OFF",
    )


def _session(driver: neo4j.Driver, endpoint: Endpoint) -> dict[str, Any]:
    """Let a session see what this process wrote before, whichever member of a cluster answers."""
    return {
        "database": endpoint.database,
        "bookmark_manager": driver.execute_query_bookmark_manager,
    }


def _row(record: neo4j.Record) -> Row:
    # The driver's own data() asks each value eight times what it is, longer than the query takes.
    return {key: _plain(value) for key, value in record.items()}


def _plain(value: Any) -> Any:
    """Turn nodes and links, also within lists and maps, into their properties."""
    if type(value) in PLAIN:
        return value
    if isinstance(value, list):
        return [each if type(each) in PLAIN else _plain(each) for each in value]
    if isinstance(value, (dict, neo4j.graph.Entity)):
        return {key: _plain(each) for key, each in value.items()}
    return value


def _unavailable() -> GraphUnavailable:
    return GraphUnavailable("图数据库暂时无法连接，请稍后再试；已保存的数据不受影响。")
