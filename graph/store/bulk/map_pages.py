"""The map in pages for programs: each list goes on after the key of the last row read.

What is added or removed meanwhile moves no other row from one page to another.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import LiteralString

from graph.domain.enterprise import Enterprise
from graph.schema import MAP_LINKS
from graph.store.connection import Row, Store
from graph.store.cypher.bulk import map_pages as cypher
from graph.store.map.enterprises import as_enterprise

MARK = "\n"
"""Parts the codes in the key of a link: no code has a line break, and it sorts before all else."""
FIRST_STARTS, MOST_STARTS = 200, 3200
"""How many starts are looked at for links at once: more each time while few are found."""

LINK_TYPES = tuple(cypher.LINKS_FROM)
_START_OF = {link.name: link.start for link in MAP_LINKS}


@dataclass(frozen=True)
class LinksWanted:
    """Which links: of a type that hold on a day, from a code or to one where told."""

    type: str
    at: date
    start: str = ""
    end: str = ""
    sees_drafts: bool = False


def list_regions(
    store: Store, *, level: str = "", within: str = "", after: str, limit: int
) -> list[Row]:
    """List regions with the code of the one around each (None for the outermost)."""
    return store.read(cypher.LIST_REGIONS, level=level, within=within, after=after, limit=limit)


def list_nodes(
    store: Store, *, kind: str = "", of: Collection[str] | None = None, after: str, limit: int
) -> list[Row]:
    """List chain nodes of a kind, all or those of some codes."""
    if of is None:
        return store.read(cypher.LIST_NODES, kind=kind, after=after, limit=limit)
    return store.read(cypher.LIST_NODES_OF, codes=sorted(of), kind=kind, after=after, limit=limit)


def list_enterprises(store: Store, codes: Sequence[str]) -> list[Enterprise]:
    """Return the enterprises of these codes in their order; unknown codes are left out."""
    rows = store.read(cypher.LIST_ENTERPRISES, codes=list(codes))
    found = {row["enterprise"]["code"]: as_enterprise(row["enterprise"]) for row in rows}
    return [found[code] for code in codes if code in found]


def list_published(store: Store) -> frozenset[str]:
    """Return the codes of the chains that everybody may see."""
    return frozenset(row["code"] for row in store.read(cypher.LIST_PUBLISHED))


def list_links(store: Store, wanted: LinksWanted, *, after: str, limit: int) -> list[Row]:
    """List links by their keys: ``start``, ``end``, ``link`` (what it carries) and ``key``."""
    if wanted.end and not wanted.start:
        return _read(store, cypher.LINKS_INTO, wanted, [], after, limit)
    if wanted.start:
        return _read(store, cypher.LINKS_FROM, wanted, [wanted.start], after, limit)
    found: list[Row] = []
    first, size = after.partition(MARK)[0], FIRST_STARTS
    while len(found) < limit:
        starts = [
            row["code"]
            for row in store.read(cypher.STARTS[_START_OF[wanted.type]], first=first, limit=size)
        ]
        found += _read(store, cypher.LINKS_FROM, wanted, starts, after, limit - len(found))
        if len(starts) < size:
            break
        first, size = starts[-1] + MARK, min(2 * size, MOST_STARTS)
    return found


def _read(
    store: Store,
    statements: Mapping[str, LiteralString],
    wanted: LinksWanted,
    starts: list[str],
    after: str,
    limit: int,
) -> list[Row]:
    return store.read(
        statements[wanted.type],
        codes=starts,
        at=wanted.at.isoformat(),
        drafts=wanted.sees_drafts,
        end=wanted.end,
        after=after,
        mark=MARK,
        limit=limit,
    )
