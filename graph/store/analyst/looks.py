"""Typed queries on the graph: within limits, with nodes, links and paths kept as what they are."""

import threading
import time
from collections.abc import Callable, Mapping
from concurrent.futures import Future
from typing import Any, Protocol

import neo4j
import neo4j.graph
from neo4j import exceptions

from graph.domain.inquiry import Answer, SeenLink, SeenNode, SeenPath
from graph.embedded import Endpoint, leases
from graph.embedded.reader import MOST_SECONDS
from graph.errors import BadInput, Conflict
from graph.store.connection import Store

AT_ONCE = len(leases.READERS)
"""Typed queries at a time, of one process on Neo4j: the others' pages shall not wait for them."""
HIDDEN = frozenset({"search", "match_key"})
"""Properties for the full-text index; they say nothing to a reader."""
GRACE_SECONDS = 1.0
"""How long after its limit a query may still answer, so that the server's own word comes first."""
NOT_UNDERSTOOD = ("SyntaxError", "SemanticError", "ParameterMissing", "TypeError")
TIMED_OUT = ("TransactionTimedOut", "TransactionTimedOutClientConfiguration", "Terminated")

Looked = tuple[list[str], list[neo4j.Record]]

_slots = threading.BoundedSemaphore(AT_ONCE)


class Turn(Protocol):
    """The right to run one query now, as this user, until ``end``."""

    user: str

    def end(self) -> None:
        """Let the next one have it."""
        ...


class Slot:
    """A turn on Neo4j, which ends a query at its limit and needs no other user for it."""

    def __init__(self, user: str) -> None:
        self.user = user

    def end(self) -> None:
        """Let the next one have it."""
        _slots.release()


def look(
    store: Store,
    text: str,
    parameters: Mapping[str, Any],
    *,
    rows: int,
    seconds: float = MOST_SECONDS,
) -> Answer:
    """Run a checked text and return at most ``rows`` rows.

    ``store`` is connected as the user for typed queries. Raises BadInput where the text makes no
    sense to the database or takes longer than ``seconds``, Conflict where others' queries run.
    """
    turn = _take_turn(store.endpoint, seconds)
    started = time.monotonic()
    running = _start(
        turn,
        lambda: store.look(text, parameters, rows=rows + 1, seconds=seconds, user=turn.user),
    )
    try:
        columns, records = running.result(seconds + GRACE_SECONDS)
    except TimeoutError as error:
        raise _too_slow(seconds) from error
    except (exceptions.ClientError, exceptions.TransientError, exceptions.DatabaseError) as error:
        is_over = time.monotonic() - started > seconds
        raise _too_slow(seconds) if is_over else _explained(error, seconds) from error
    found = tuple(tuple(map(_seen, record.values())) for record in records[:rows])
    return Answer(tuple(columns), found, len(records) > rows, time.monotonic() - started)


def _take_turn(at: Endpoint, seconds: float) -> Turn:
    """Take a turn. Raises Conflict where others have them all."""
    turn: Turn | None
    if at.leases is None:
        turn = Slot(at.user) if _slots.acquire(blocking=False) else None
    else:
        turn = leases.take(at.leases, seconds)
    if turn is None:
        raise Conflict("正在运行的查询太多，请稍后再试。")
    return turn


def _start(turn: Turn, work: Callable[[], Looked]) -> Future[Looked]:
    """Run in a thread that can be left behind, should the server need a moment to end the query.

    The turn is over when the query is, not when nobody waits for it any more.
    """
    future: Future[Looked] = Future()

    def run() -> None:
        try:
            found = work()
        except BaseException as error:  # the one who waits shall have it
            turn.end()
            future.set_exception(error)
        else:
            turn.end()
            future.set_result(found)

    threading.Thread(target=run, name="typed-query", daemon=True).start()
    return future


def _too_slow(seconds: float) -> BadInput:
    return BadInput(
        "查询超过 %(seconds)s 秒，已经停止。请加上条件或缩小范围。", seconds=round(seconds)
    )


def _explained(error: exceptions.Neo4jError, seconds: float) -> Exception:
    code = str(error.code or "")
    if code.endswith(TIMED_OUT):
        return _too_slow(seconds)
    if isinstance(error, exceptions.Forbidden):
        return BadInput("这条语句要读的内容不在可查范围内，没有执行。")
    if code.endswith(NOT_UNDERSTOOD):
        return BadInput("数据库没有看懂这条语句，请检查变量名和函数的参数。")
    return BadInput("数据库没能算完这条语句：结果太大，或有算不出的式子。请缩小范围，检查算式。")


def _seen(value: Any) -> Any:
    """Turn what the driver returns into values of our own."""
    if isinstance(value, neo4j.graph.Node):
        return _node(value)
    if isinstance(value, neo4j.graph.Relationship):
        return _link(value)
    if isinstance(value, neo4j.graph.Path):
        return SeenPath(tuple(map(_node, value.nodes)), tuple(map(_link, value.relationships)))
    if isinstance(value, list | tuple):
        return [_seen(each) for each in value]
    if isinstance(value, dict):
        return {key: _seen(each) for key, each in value.items()}
    return value if isinstance(value, str | int | float | bool | None) else str(value)


def _node(node: neo4j.graph.Node) -> SeenNode:
    return SeenNode(node.element_id, ":".join(sorted(node.labels)), _shown(node))


def _link(link: neo4j.graph.Relationship) -> SeenLink:
    start, end = link.start_node, link.end_node
    return SeenLink(
        link.element_id,
        link.type,
        start.element_id if start else "",
        end.element_id if end else "",
        _shown(link),
    )


def _shown(entity: neo4j.graph.Entity) -> dict[str, Any]:
    return {key: value for key, value in sorted(entity.items()) if key not in HIDDEN}
