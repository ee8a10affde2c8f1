"""What differs between two days, ``$one`` and ``$two``: counted in the database, listed in pages.

``$group`` is the code of a chain, region or industry; its members are the nodes of the chain, or
the enterprises of the region (with those within it) or industry, on either day. A link belongs to a
group where one of its ends does. A link that holds on one day only is changed, and neither came nor
went, where another of the same ends, type, source and product holds on the other day.
"""

from typing import LiteralString

LINK_TYPES: tuple[LiteralString, ...] = (
    "IN_CHAIN",
    "KIND_OF",
    "SUPPLIES",
    "MAKES",
    "BELONGS_TO",
    "TRADES_WITH",
    "LOCATED_IN",
    "IN_GROUP",
    "CONTROLLED_BY",
    "HAS_CREDIT",
)
STARTS_OF: dict[str, LiteralString] = {
    "IN_CHAIN": "ChainNode",
    "KIND_OF": "ChainNode",
    "SUPPLIES": "ChainNode",
}
"""Labels at which links start; all others start at an Enterprise."""

_ANY: LiteralString = (
    "IN_CHAIN|KIND_OF|SUPPLIES|MAKES|BELONGS_TO|TRADES_WITH|LOCATED_IN|IN_GROUP|CONTROLLED_BY"
    "|HAS_CREDIT"
)
_R_ONE: LiteralString = "(r.valid_from <= $one AND $one < r.valid_to)"
_R_TWO: LiteralString = "(r.valid_from <= $two AND $two < r.valid_to)"
_S_ONE: LiteralString = "(s.valid_from <= $one AND $one < s.valid_to)"
_S_TWO: LiteralString = "(s.valid_from <= $two AND $two < s.valid_to)"
_I_EITHER: LiteralString = (
    "((i.valid_from <= $one AND $one < i.valid_to) OR (i.valid_from <= $two AND $two < i.valid_to))"
)
_M_EITHER: LiteralString = (
    "((m.valid_from <= $one AND $one < m.valid_to) OR (m.valid_from <= $two AND $two < m.valid_to))"
)

GROUPS: dict[str, LiteralString] = {
    "chain": "MATCH (g:Chain)<-[i:IN_CHAIN]-(n:ChainNode) WHERE " + _I_EITHER,
    "region": "MATCH (g:Region)<-[:WITHIN*0..4]-(:Region)<-[i:LOCATED_IN]-(n:Enterprise) WHERE "
    + _I_EITHER,
    "industry": "MATCH (g:ChainNode)<-[i:BELONGS_TO]-(n:Enterprise) WHERE " + _I_EITHER,
}
"""Groups g and their members n; a filter ``AND g.code = $group`` may follow."""
_FIRMS: dict[str, LiteralString] = {
    "chain": "MATCH (g:Chain)<-[i:IN_CHAIN]-(p:ChainNode)<-[m:MAKES]-(n:Enterprise) WHERE "
    + _I_EITHER
    + " AND "
    + _M_EITHER,
    "region": GROUPS["region"],
    "industry": GROUPS["industry"],
}
_ONE_GROUP: LiteralString = " AND g.code = $group "

_LINKS: dict[str, LiteralString] = {
    "": "MATCH ()-[r:" + _ANY + "]->() ",
    **{
        ground: members + _ONE_GROUP + "WITH DISTINCT n MATCH (n)-[r:" + _ANY + "]-() "
        for ground, members in GROUPS.items()
    },
}
_BY_MONTH: LiteralString = (
    "WITH DISTINCT r WITH r, "
    + _R_ONE
    + " AS one, "
    + _R_TWO
    + """ AS two WHERE one <> two
RETURN type(r) AS kind, two AS came,
       substring(CASE WHEN two THEN r.valid_from ELSE r.valid_to END, 0, 7) AS month,
       count(r) AS total
"""
)
_BY_MONTH_OF_ALL: LiteralString = _BY_MONTH.replace("WITH DISTINCT r ", "", 1)
COUNT_LINKS: dict[str, LiteralString] = {
    ground: links + (_BY_MONTH if ground else _BY_MONTH_OF_ALL) for ground, links in _LINKS.items()
}
"""By ground ('' for the whole map): links by type, way and month."""

_SAME: LiteralString = """
 AND type(s) = type(r) AND s.source = r.source
 AND coalesce(s.product, '') = coalesce(r.product, '')
"""
COUNT_CHANGED: dict[str, LiteralString] = {
    ground: links
    + "WHERE "
    + _R_TWO
    + " AND NOT "
    + _R_ONE
    + " WITH DISTINCT r WITH r, startNode(r) AS a, endNode(r) AS b MATCH (a)-[s:"
    + _ANY
    + "]->(b) WHERE "
    + _S_ONE
    + " AND NOT "
    + _S_TWO
    + _SAME
    + "RETURN type(r) AS kind, count(DISTINCT r) AS total, count(DISTINCT s) AS former"
    for ground, links in _LINKS.items()
}

_SUMS: LiteralString = (
    "MATCH (n)-[r:"
    + _ANY
    + "]-() WITH n, sum(CASE WHEN "
    + _R_ONE
    + " THEN 1 ELSE 0 END) AS one, sum(CASE WHEN "
    + _R_TWO
    + " THEN 1 ELSE 0 END) AS two WHERE (one = 0) <> (two = 0) "
)
_FROM_ALL: LiteralString = _SUMS.replace("MATCH (n)-", "-", 1)
_NODES: dict[tuple[str, str], LiteralString] = {
    ("", "Enterprise"): "MATCH (n:Enterprise)" + _FROM_ALL,
    ("", "ChainNode"): "MATCH (n:ChainNode)" + _FROM_ALL,
    ("chain", "ChainNode"): GROUPS["chain"] + _ONE_GROUP + "WITH DISTINCT n " + _SUMS,
    **{
        (ground, "Enterprise"): firms + _ONE_GROUP + "WITH DISTINCT n " + _SUMS
        for ground, firms in _FIRMS.items()
    },
}
COUNT_NODES: dict[tuple[str, str], LiteralString] = {
    key: nodes + "RETURN two > 0 AS came, count(n) AS total" for key, nodes in _NODES.items()
}
LIST_NODES: dict[tuple[str, str], LiteralString] = {
    key: nodes
    + "AND (two > 0) = $came AND n.code > $after"
    + """
RETURN n.code AS key, n.code AS start, n.name AS start_name, n.name_en AS start_name_en
ORDER BY key LIMIT $limit
"""
    for key, nodes in _NODES.items()
}

SHARE_LINKS: dict[str, LiteralString] = {
    ground: members
    + " WITH DISTINCT g, n MATCH (n)-[r:"
    + _ANY
    + "]-() WITH g, r, "
    + _R_ONE
    + " AS one, "
    + _R_TWO
    + """ AS two WHERE one <> two
WITH DISTINCT g, r, two
RETURN g.code AS code, g.name AS name, g.name_en AS name_en, two AS came, count(r) AS total
"""
    for ground, members in GROUPS.items()
}
SHARE_FIRMS: dict[str, LiteralString] = {
    ground: firms
    + " WITH DISTINCT g, n MATCH (n)-[r:"
    + _ANY
    + "]-() WITH g, n, sum(CASE WHEN "
    + _R_ONE
    + " THEN 1 ELSE 0 END) AS one, sum(CASE WHEN "
    + _R_TWO
    + """ THEN 1 ELSE 0 END) AS two WHERE (one = 0) <> (two = 0)
RETURN g.code AS code, g.name AS name, g.name_en AS name_en, two > 0 AS came, count(n) AS total
"""
    for ground, firms in _FIRMS.items()
}

_STARTS: dict[str, LiteralString] = {
    "ChainNode": "UNWIND $codes AS code MATCH (a:ChainNode {code: code})-[r:",
    "Enterprise": "UNWIND $codes AS code MATCH (a:Enterprise {code: code})-[r:",
}
_FOUND: dict[tuple[str, str], LiteralString] = {
    **{
        ("", name): _STARTS[STARTS_OF.get(name, "Enterprise")] + name + "]->(b) "
        for name in LINK_TYPES
    },
    **{
        (ground, name): members
        + _ONE_GROUP
        + "WITH DISTINCT n MATCH (n)-[r:"
        + name
        + "]-() WITH DISTINCT r WITH r, startNode(r) AS a, endNode(r) AS b "
        for ground, members in GROUPS.items()
        for name in LINK_TYPES
    },
}
_KEYED: LiteralString = """
WITH a, b, r, s, a.code + $mark + b.code + $mark + coalesce(r.product, '') + $mark
     + coalesce(r.source, '') + $mark + r.valid_from AS key
WHERE key > $after AND (s IS NOT NULL) = $changed
RETURN key, a.code AS start, a.name AS start_name, a.name_en AS start_name_en,
       b.code AS end, b.name AS end_name, b.name_en AS end_name_en,
       properties(r) AS link, properties(s) AS former
ORDER BY key LIMIT $limit
"""


def _listed(
    found: LiteralString,
    name: LiteralString,
    here: LiteralString,
    other: LiteralString,
) -> LiteralString:
    return (
        found
        + "WHERE "
        + here
        + " OPTIONAL MATCH (a)-[s:"
        + name
        + "]->(b) WHERE "
        + other
        + _SAME
        + _KEYED
    )


LIST_NEW: dict[tuple[str, str], LiteralString] = {
    (ground, name): _listed(
        _FOUND[ground, name],
        name,
        _R_TWO + " AND NOT " + _R_ONE,
        _S_ONE + " AND NOT " + _S_TWO,
    )
    for ground in ("", *GROUPS)
    for name in LINK_TYPES
}
"""Links of the later day alone: those that came, or ``$changed`` with what stood before."""
LIST_GONE: dict[tuple[str, str], LiteralString] = {
    (ground, name): _listed(
        _FOUND[ground, name],
        name,
        _R_ONE + " AND NOT " + _R_TWO,
        _S_TWO + " AND NOT " + _S_ONE,
    )
    for ground in ("", *GROUPS)
    for name in LINK_TYPES
}

RECORDED: LiteralString = """
MATCH (m:MapChange) WHERE m.id >= $since AND m.id < $until AND m.end = '' AND m.start <> ''
RETURN m.object AS object, m.kind AS kind, count(*) AS total ORDER BY object, kind
"""
