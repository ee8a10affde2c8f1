"""The map as programs read it: chains, nodes, links, regions."""

from chainmatch.choosing.cursors import read_cursor
from chainmatch.choosing.removed import removal_of
from chainmatch.i18n import pick
from chainmatch.map_day import end_of
from chainmatch.rooms.api import forms, shapes
from chainmatch.rooms.api.resources import Context, Slice, cut
from graph.domain.account import Account
from graph.domain.chain import NodeKind
from graph.domain.chain_summary import ChainSummary, NodeSummary
from graph.errors import NotFound
from graph.schema import CHAIN_NODE
from graph.store.bulk import map_pages
from graph.store.bulk.map_pages import LinksWanted
from graph.store.connection import Row
from graph.store.history import past
from graph.store.map import chain_nodes, chains

LINK_FIELDS = (
    "stage",
    "position",
    "weight",
    "share",
    "capacity",
    "product",
    "first_seen",
    "last_seen",
    "times",
)
EVIDENCE = ("source", "as_of", "confidence", "valid_from", "valid_to")


def sees_drafts(actor: Account) -> bool:
    """Whether this person sees chains that are not public yet: the staff does."""
    return actor.sees_drafts


def check_chain(context: Context, code: str) -> None:
    """Refuse a chain that is not there, or not for this person to see. Raises NotFound."""
    if not code:
        return
    chain = chains.find_chain(context.store, code)
    if chain is None or not (chain.published or sees_drafts(context.actor)):
        raise NotFound("没有编码为 %(code)s 的产业链。", code=code)


def list_chains(context: Context, asked: forms.Chains) -> Slice:
    """List the chains that this person may see, by code."""
    after, words = read_cursor(asked.cursor, str, ""), asked.q.strip().casefold()
    found = [
        each
        for each in sorted(_summaries(context, asked.at), key=lambda chain: chain.code)
        if each.code > after and words in f"{each.code}\n{each.name}\n{each.name_en}".casefold()
    ]
    rows = [shapes.Chain(**_chain(each)) for each in found[: asked.limit + 1]]
    return cut(rows, asked.limit, lambda row: row.code)


def show_chain(context: Context, asked: forms.Dated, code: str) -> shapes.ChainRecord:
    """Show one chain. Raises NotFound, also for one that this person may not see."""
    summary = next((each for each in _summaries(context, asked.at) if each.code == code), None)
    chain = chains.find_chain(context.store, code)
    if summary is None or chain is None:
        raise NotFound("没有编码为 %(code)s 的产业链。", code=code)
    chain = past.chain_as_of(context.store, chain, end_of(asked.at or context.today))
    return shapes.ChainRecord(
        **_chain(summary), summary=chain.summary, summary_en=chain.summary_en, source=chain.source
    )


def list_nodes(context: Context, asked: forms.Nodes) -> Slice:
    """List chain nodes by code, all or those of a chain. Raises NotFound (the chain)."""
    check_chain(context, asked.chain)
    at = asked.at or context.today
    placed = {
        each.code: each
        for each in (chains.list_nodes(context.store, asked.chain, at=at) if asked.chain else ())
    }
    found = map_pages.list_nodes(
        context.store,
        kind=asked.kind or "",
        of=placed.keys() if asked.chain else None,
        after=read_cursor(asked.cursor, str, ""),
        limit=asked.limit + 1,
    )
    rows = [_node(row, placed.get(row["code"])) for row in found]
    return cut(rows, asked.limit, lambda row: row.code)


def show_node(context: Context, asked: forms.Dated, code: str) -> shapes.NodeRecord:
    """Show one chain node. Raises NotFound."""
    node = chain_nodes.find_node(context.store, code)
    if node is None:
        raise removal_of(context.store, CHAIN_NODE, code) or NotFound(
            "没有编码为 %(code)s 的链节点。", code=code
        )
    at = asked.at or context.today
    (node,) = past.nodes_as_of(context.store, [node], end_of(at))
    is_public = not sees_drafts(context.actor)
    positions = chain_nodes.list_positions(context.store, code, at=at, only_published=is_public)
    return shapes.NodeRecord(
        node.code,
        node.name,
        node.name_en,
        node.kind,
        chains.count_makers(context.store, [code], at=at),
        tuple(
            shapes.Position(each.chain_code, pick(each.chain_name, each.chain_name_en), each.stage)
            for each in positions
        ),
        node.source,
    )


def list_links(context: Context, asked: forms.Links) -> Slice:
    """List links of a type with their evidence, by their keys."""
    wanted = LinksWanted(
        asked.type.value,
        asked.at or context.today,
        asked.start,
        asked.end,
        sees_drafts(context.actor),
    )
    after = read_cursor(asked.cursor, str, "")
    found = map_pages.list_links(context.store, wanted, after=after, limit=asked.limit + 1)
    page = cut(found, asked.limit, lambda row: row["key"])
    return Slice([_link(asked.type.value, row) for row in page.rows], page.after)


def list_regions(context: Context, asked: forms.Regions) -> Slice:
    """List regions by code."""
    found = map_pages.list_regions(
        context.store,
        level=asked.level or "",
        within=asked.within,
        after=read_cursor(asked.cursor, str, ""),
        limit=asked.limit + 1,
    )
    rows = [
        shapes.Region(
            row["code"],
            row["name"],
            row["name_en"] or "",
            row["level"] or "",
            row["within"],
            row["source"] or "",
        )
        for row in found
    ]
    return cut(rows, asked.limit, lambda row: row.code)


def hidden_chains(context: Context, codes: set[str]) -> set[str]:
    """Return which of these chains this person may not see."""
    if sees_drafts(context.actor) or not codes:
        return set()
    return codes - map_pages.list_published(context.store)


def _summaries(context: Context, at: forms.At) -> list[ChainSummary]:
    is_public = not sees_drafts(context.actor)
    return chains.list_summaries(context.store, at=at or context.today, only_published=is_public)


def _chain(each: ChainSummary) -> dict:
    return {
        "code": each.code,
        "name": each.name,
        "name_en": each.name_en,
        "steward": each.steward,
        "is_public": each.published,
        "nodes": each.nodes,
        "enterprises": each.enterprises,
        "gaps": each.gaps,
        **dict(zip(("upstream", "midstream", "downstream"), each.by_stage, strict=True)),
    }


def _node(row: Row, placed: NodeSummary | None) -> shapes.Node:
    return shapes.Node(
        row["code"],
        row["name"],
        row["name_en"] or "",
        NodeKind(row["kind"] or NodeKind.PRODUCT),
        placed.stage if placed else None,
        placed.enterprises if placed else None,
        row["source"] or "",
    )


def _link(kind: str, row: Row) -> shapes.Link:
    link = row["link"]
    told = {name: link.get(name) for name in LINK_FIELDS}
    return shapes.Link(
        kind, row["start"], row["end"], **told, **{name: link[name] for name in EVIDENCE}
    )
