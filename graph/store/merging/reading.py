"""What two records are made of, what merging them would do, and the merges on record."""

import hashlib
import json
from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from graph.domain.merging.fields import Side
from graph.domain.merging.links import Moves, Tie, plan_moves
from graph.errors import BadInput, NotFound
from graph.messages import Message
from graph.store.connection import Row, Store
from graph.store.cypher.merging import merges as cypher
from graph.store.merging.refusing import find_refusals

Run = Callable[..., list[Row]]
"""Asks the graph: ``Store.read`` or, within the transaction that merges, ``Transaction.run``."""
PASSING = ("merge_guard", "guard")
"""Properties that say nothing of a record."""
_MADE = frozenset({"search", "words", "spellings", "chains", "stages", "regions"})
"""Derived from the facts; a refresh may change them between looking and deciding."""


@dataclass(frozen=True)
class Half:
    """One record with all that hangs on it."""

    node: Mapping[str, Any]
    ties: tuple[Tie, ...]

    @property
    def code(self) -> str:
        """Return the code of the record."""
        return self.node["code"]


@dataclass(frozen=True)
class Preview:
    """What a merge would do; ``refusals`` say why it cannot be, ``mark`` names what was seen."""

    stays: Half
    goes: Half
    moves: Moves
    refusals: tuple[Message, ...]
    mark: str

    @property
    def moved(self) -> Counter[tuple[str, bool]]:
        """Count what moves by type and own end."""
        return Counter((tie.type, tie.is_start) for tie in self.moves.moved)

    @property
    def kept(self) -> Counter[tuple[str, bool]]:
        """Count what coincides by type and own end."""
        return Counter((tie.type, tie.is_start) for tie in self.moves.kept)


@dataclass(frozen=True)
class Merge:
    """A merge on record; ``number`` counts them, ``moved`` and ``kept`` are of relationships."""

    id: str
    number: int
    stays: str
    goes: str
    stays_name: str
    goes_name: str
    at: str
    by: str
    state: str
    moved: int
    kept: int
    undone_at: str = ""
    undone_by: str = ""
    stays_name_en: str = ""
    goes_name_en: str = ""
    involved: tuple[str, ...] = field(default=(), repr=False)

    @property
    def stands(self) -> bool:
        """Tell whether it has not been undone."""
        return self.state == "standing"


def preview(store: Store, stays: str, goes: str, sides: Mapping[str, Side]) -> Preview:
    """Read both records and what merging them would do. Raises NotFound, BadInput."""
    return look(store.read, stays, goes, sides)


def look(run: Run, stays: str, goes: str, sides: Mapping[str, Side]) -> Preview:
    """Read both records and what merging them would do. Raises NotFound, BadInput."""
    if stays == goes:
        raise BadInput("请选择两条不同的企业记录。")
    one, other = read_half(run, stays), read_half(run, goes)
    takes_place = sides.get("region") is Side.GOES
    moves = plan_moves(stays, one.ties, other.ties, takes_place=takes_place)
    return Preview(one, other, moves, tuple(find_refusals(run, stays, goes)), _mark(one, other))


def read_half(run: Run, code: str) -> Half:
    """Read a record and every relationship of it. Raises NotFound."""
    rows = run(cypher.FIND, code=code)
    if not rows:
        raise NotFound("没有编码为 %(code)s 的企业。", code=code)
    node = {name: value for name, value in rows[0]["node"].items() if name not in PASSING}
    return Half(node, read_ties(run, code))


def read_ties(run: Run, code: str) -> tuple[Tie, ...]:
    """List every relationship of an enterprise, in a fixed order."""
    sides = ((cypher.LIST_STARTING, True), (cypher.LIST_ENDING, False))
    found = [
        Tie(part, is_start, row["other"], row["values"])
        for statements, is_start in sides
        for part, statement in statements.items()
        for row in run(statement, code=code)
    ]
    return tuple(sorted(found, key=lambda tie: (tie.part, tie.is_start, tie.version)))


def list_merges(store: Store, *, skip: int, limit: int) -> list[Merge]:
    """List merges, the latest first."""
    rows = store.read(cypher.LIST_MERGES, skip=skip, limit=limit)
    return [as_merge(row["merge"]) for row in rows]


def list_merges_before(store: Store, number: int, *, limit: int) -> list[Merge]:
    """List merges made before the one of this number, the latest first."""
    rows = store.read(cypher.LIST_MERGES_BEFORE, before=number, limit=limit)
    return [as_merge(row["merge"]) for row in rows]


def count_merges(store: Store) -> int:
    """Count the merges on record."""
    return store.read(cypher.COUNT_MERGES)[0]["total"]


def count_merges_since(store: Store, instant: str) -> int:
    """Count what was merged from an instant on and still is: of days before it is not told apart.

    An empty instant is one that has not come yet.
    """
    return store.read(cypher.COUNT_MERGES_SINCE, since=instant)[0]["total"] if instant else 0


def list_merges_into(store: Store, code: str) -> list[Merge]:
    """List what was merged into a record and still is."""
    return [as_merge(row["merge"]) for row in store.read(cypher.LIST_MERGES_OF, code=code)]


def find_standing_merge(store: Store, goes: str) -> Merge | None:
    """Return the merge by which a record went, or None."""
    row = store.read_one(cypher.FIND_STANDING_OF, goes=goes)
    return as_merge(row["merge"]) if row else None


def find_merge(store: Store, merge_id: str) -> Merge:
    """Return one merge. Raises NotFound."""
    row = store.read_one(cypher.FIND_MERGE, id=merge_id)
    if row is None:
        raise NotFound("没有这条合并记录。")
    return as_merge(row["merge"])


def as_merge(node: Mapping[str, Any]) -> Merge:
    """Build the record from a node's properties."""
    names = ("id", "number", "stays", "goes", "stays_name", "goes_name", "at", "by", "state")
    return Merge(
        **{name: node[name] for name in names},
        moved=node["moved"],
        kept=node["kept"],
        undone_at=node.get("undone_at") or "",
        undone_by=node.get("undone_by") or "",
        stays_name_en=node.get("stays_name_en") or "",
        goes_name_en=node.get("goes_name_en") or "",
        involved=tuple(node.get("involved") or ()),
    )


def _mark(*halves: Half) -> str:
    """Name what two records are, so that a decision is about what was seen."""
    told = [
        [
            {name: value for name, value in half.node.items() if name not in _MADE},
            [[*tie.version, dict(tie.values)] for tie in half.ties],
        ]
        for half in halves
    ]
    text = json.dumps(told, ensure_ascii=False, sort_keys=True, default=str)
    return hashlib.blake2b(text.encode(), digest_size=12).hexdigest()
