"""What projects are tied to: who signed, the node, the region, where they came from."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import LiteralString

from graph.domain.projects.project import PartyRole, Project
from graph.errors import NotFound
from graph.messages import Message, message
from graph.store.connection import Transaction
from graph.store.cypher.followup import projects as cypher


@dataclass(frozen=True)
class Ties:
    """Codes of what a project is tied to; parties are (enterprise, role)."""

    node: str = ""
    region: str = ""
    parties: tuple[tuple[str, PartyRole], ...] = ()
    conference: str = ""
    meeting: str = ""
    request: str = ""


TieKind = tuple[LiteralString, Callable[[Ties], list[tuple[str, str]]], Message]
"""How a kind of tie is made, its ends with their role, and what is said of an unknown end."""


def _party_ends(ties: Ties) -> list[tuple[str, str]]:
    return [(code, role.value) for code, role in ties.parties]


TIES: tuple[TieKind, ...] = (
    (cypher.LINK_PARTIES, _party_ends, message("没有编码为 %(code)s 的企业。")),
    (cypher.LINK_NODES, lambda ties: [(ties.node, "")], message("没有编码为 %(code)s 的链节点。")),
    (
        cypher.LINK_REGIONS,
        lambda ties: [(ties.region, "")],
        message("没有代码为 %(code)s 的地区。"),
    ),
    (
        cypher.LINK_CONFERENCES,
        lambda ties: [(ties.conference, "")],
        message("没有编码为 %(code)s 的会议。"),
    ),
    (
        cypher.LINK_MEETINGS,
        lambda ties: [(ties.meeting, "")],
        message("没有编号为 %(code)s 的对接。"),
    ),
    (
        cypher.LINK_REQUESTS,
        lambda ties: [(ties.request, "")],
        message("没有编号为 %(code)s 的申请。"),
    ),
)


def tie(
    transaction: Transaction,
    projects: Sequence[tuple[Project, Ties]],
    kinds: Sequence[TieKind] = TIES,
) -> None:
    """Tie projects to what is on the map. Raises NotFound where a tie leads nowhere."""
    for statement, ends_of, sentence in kinds:
        _tie(transaction, projects, statement, ends_of, sentence)


def _tie(
    transaction: Transaction,
    projects: Sequence[tuple[Project, Ties]],
    statement: LiteralString,
    ends_of: Callable[[Ties], list[tuple[str, str]]],
    sentence: Message,
) -> None:
    rows = [
        {"code": card.code, "end": end, "role": role, "source": card.source}
        for card, ties in projects
        for end, role in ends_of(ties)
        if end
    ]
    if not rows:
        return
    tied = {(row["code"], row["end"]) for row in transaction.run(statement, rows=rows)}
    for row in rows:
        if (row["code"], row["end"]) not in tied:
            raise NotFound(sentence.template, code=row["end"])
