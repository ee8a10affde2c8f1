"""The map in bulk: reads what a batch of rows would touch, and writes what it changes.

Rows are lists, not maps: the driver packs a list several times faster. The order of a row's values
stands beside each statement. Links are looked for from the end that has fewer of them: a material
supplies thousands of products, a product is made of a few materials.
"""

from typing import LiteralString

from graph import schema

NODE_COLUMNS: dict[str, tuple[str, ...]] = {
    label.name: tuple(
        name for name in label.columns if name not in (*label.key, "source", "former_codes")
    )
    for label in schema.MAP_LABELS
}
"""What rows tell of a node, in the order in which it is read and written.

Former codes lead to an enterprise by links of their own: see graph.store.merging.former_codes.
"""
NAMING_COLUMNS: dict[str, tuple[str, ...]] = {
    "Region": (),
    "Chain": (),
    "ChainNode": ("match_key", "search"),
    "Enterprise": ("search", "words", "spellings"),
    "Owner": (),
    "CreditRecord": (),
}
"""What is made of the names; in a row of a new node it stands last."""

FIND_NODES: dict[str, LiteralString] = {
    "Region": """
UNWIND $codes AS code
MATCH (n:Region {code: code})
RETURN n.code AS code, n.sources AS sources, [n.name, n.name_en, n.level] AS values
""",
    "Chain": """
UNWIND $codes AS code
MATCH (n:Chain {code: code})
RETURN n.code AS code, n.sources AS sources,
       [n.name, n.name_en, n.steward, n.summary, n.summary_en, n.published] AS values
""",
    "ChainNode": """
UNWIND $codes AS code
MATCH (n:ChainNode {code: code})
RETURN n.code AS code, n.sources AS sources,
       [n.name, n.name_en, n.kind] AS values
""",
    "Enterprise": """
UNWIND $codes AS code
MATCH (n:Enterprise {code: code})
RETURN n.code AS code, n.sources AS sources,
       [n.name, n.short_name, n.name_en, n.kind, n.region, n.size, n.certifications, n.founded,
        n.website, n.summary, n.summary_en, n.market, n.longitude, n.latitude, n.datum,
        n.services] AS values, n.own_fields AS own_fields, n.held_fields AS held_fields,
       n.former_names AS former_names
""",
    "Owner": """
UNWIND $codes AS code
MATCH (n:Owner {code: code})
RETURN n.code AS code, n.sources AS sources, [n.name] AS values
""",
    "CreditRecord": """
UNWIND $codes AS code
MATCH (n:CreditRecord {code: code})
RETURN n.code AS code, n.sources AS sources,
       [n.enterprise, n.kind, n.date, n.ended, n.authority, n.text] AS values
""",
}
CREATE_NODES: dict[str, LiteralString] = {
    "Region": """
UNWIND $rows AS row
CREATE (:Region {code: row[0], source: row[1], sources: row[2], name: row[3], name_en: row[4],
                 level: row[5], made_in: row[6]})
""",
    "Chain": """
UNWIND $rows AS row
CREATE (:Chain {code: row[0], source: row[1], sources: row[2], name: row[3], name_en: row[4],
                steward: row[5], summary: row[6], summary_en: row[7], published: row[8],
                 made_in: row[9]})
""",
    "ChainNode": """
UNWIND $rows AS row
CREATE (:ChainNode {code: row[0], source: row[1], sources: row[2], name: row[3],
                    name_en: row[4], kind: row[5], match_key: row[6], search: row[7],
                    made_in: row[8]})
""",
    "Enterprise": """
UNWIND $rows AS row
CREATE (:Enterprise {code: row[0], source: row[1], sources: row[2], name: row[3],
                     short_name: row[4], name_en: row[5], kind: row[6], region: row[7],
                     size: row[8], certifications: row[9], founded: row[10], website: row[11],
                     summary: row[12], summary_en: row[13], market: row[14],
                     longitude: row[15], latitude: row[16], datum: row[17], services: row[18],
                     search: row[19], words: row[20], spellings: row[21],
                     made_in: row[22]})
""",
    "Owner": """
UNWIND $rows AS row
CREATE (:Owner {code: row[0], source: row[1], sources: row[2], name: row[3],
               made_in: row[4]})
""",
    "CreditRecord": """
UNWIND $rows AS row
CREATE (:CreditRecord {code: row[0], source: row[1], sources: row[2], enterprise: row[3],
                       kind: row[4], date: row[5], ended: row[6], authority: row[7],
                       text: row[8], made_in: row[9]})
""",
}
"""Rows: code, source, sources, NODE_COLUMNS, NAMING_COLUMNS, the line of the record."""
CHANGE_NODES: dict[str, LiteralString] = {
    "Region": "UNWIND $rows AS row MATCH (n:Region {code: row.code}) SET n += row.values",
    "Chain": "UNWIND $rows AS row MATCH (n:Chain {code: row.code}) SET n += row.values",
    "ChainNode": "UNWIND $rows AS row MATCH (n:ChainNode {code: row.code}) SET n += row.values",
    "Enterprise": "UNWIND $rows AS row MATCH (n:Enterprise {code: row.code}) SET n += row.values",
    "Owner": "UNWIND $rows AS row MATCH (n:Owner {code: row.code}) SET n += row.values",
    "CreditRecord": """
UNWIND $rows AS row MATCH (n:CreditRecord {code: row.code}) SET n += row.values
""",
}
LIST_KNOWN: dict[str, LiteralString] = {
    "Region": "UNWIND $codes AS code MATCH (n:Region {code: code}) RETURN n.code AS code",
    "Chain": "UNWIND $codes AS code MATCH (n:Chain {code: code}) RETURN n.code AS code",
    "ChainNode": "UNWIND $codes AS code MATCH (n:ChainNode {code: code}) RETURN n.code AS code",
    "Enterprise": "UNWIND $codes AS code MATCH (n:Enterprise {code: code}) RETURN n.code AS code",
    "Owner": "UNWIND $codes AS code MATCH (n:Owner {code: code}) RETURN n.code AS code",
    "CreditRecord": """
UNWIND $codes AS code MATCH (n:CreditRecord {code: code}) RETURN n.code AS code
""",
}

_ROWS: LiteralString = "UNWIND $rows AS row "
_ENDS: dict[str, LiteralString] = {
    "WITHIN": "MATCH (a:Region {code: row[0]}) MATCH (b:Region {code: row[1]}) ",
    "LOCATED_IN": "MATCH (a:Enterprise {code: row[0]}) MATCH (b:Region {code: row[1]}) ",
    "IN_CHAIN": "MATCH (a:ChainNode {code: row[0]}) MATCH (b:Chain {code: row[1]}) ",
    "KIND_OF": "MATCH (a:ChainNode {code: row[0]}) MATCH (b:ChainNode {code: row[1]}) ",
    "SUPPLIES": "MATCH (b:ChainNode {code: row[1]}) MATCH (a:ChainNode {code: row[0]}) ",
    "MAKES": "MATCH (a:Enterprise {code: row[0]}) MATCH (b:ChainNode {code: row[1]}) ",
    "BELONGS_TO": "MATCH (a:Enterprise {code: row[0]}) MATCH (b:ChainNode {code: row[1]}) ",
    "TRADES_WITH": "MATCH (a:Enterprise {code: row[0]}) MATCH (b:Enterprise {code: row[1]}) ",
    "IN_GROUP": "MATCH (a:Enterprise {code: row[0]}) MATCH (b:Owner {code: row[1]}) ",
    "CONTROLLED_BY": "MATCH (a:Enterprise {code: row[0]}) MATCH (b:Owner {code: row[1]}) ",
    "HAS_CREDIT": "MATCH (a:Enterprise {code: row[0]}) MATCH (b:CreditRecord {code: row[1]}) ",
}
_BETWEEN: dict[str, LiteralString] = {
    "WITHIN": "MATCH (a)-[l:WITHIN]->(b) ",
    "LOCATED_IN": "MATCH (a)-[l:LOCATED_IN]->(b) ",
    "IN_CHAIN": "MATCH (a)-[l:IN_CHAIN]->(b) ",
    "KIND_OF": "MATCH (a)-[l:KIND_OF]->(b) ",
    "SUPPLIES": "MATCH (b)<-[l:SUPPLIES]-(a) ",
    "MAKES": "MATCH (a)-[l:MAKES]->(b) ",
    "BELONGS_TO": "MATCH (a)-[l:BELONGS_TO]->(b) ",
    "TRADES_WITH": "MATCH (a)-[l:TRADES_WITH]->(b) ",
    "IN_GROUP": "MATCH (a)-[l:IN_GROUP]->(b) ",
    "CONTROLLED_BY": "MATCH (a)-[l:CONTROLLED_BY]->(b) ",
    "HAS_CREDIT": "MATCH (a)-[l:HAS_CREDIT]->(b) ",
}
_FOUND: LiteralString = "RETURN row[0] AS start, row[1] AS end, properties(l) AS values"

_FIND_LOCATED_IN: LiteralString = """
UNWIND $rows AS row
MATCH (a:Enterprise {code: row[0]})-[l:LOCATED_IN]->(b:Region)
RETURN DISTINCT row[0] AS start, b.code AS end, properties(l) AS values
"""
_FIND_IN_GROUP: LiteralString = """
UNWIND $rows AS row
MATCH (a:Enterprise {code: row[0]})-[l:IN_GROUP]->(b:Owner)
RETURN DISTINCT row[0] AS start, b.code AS end, properties(l) AS values
"""
_FIND_CONTROLLED_BY: LiteralString = """
UNWIND $rows AS row
MATCH (a:Enterprise {code: row[0]})-[l:CONTROLLED_BY]->(b:Owner)
RETURN DISTINCT row[0] AS start, b.code AS end, properties(l) AS values
"""
FIND_LINKS: dict[str, LiteralString] = {
    **{name: _ROWS + _ENDS[name] + _BETWEEN[name] + _FOUND for name in _ENDS},
    "LOCATED_IN": _FIND_LOCATED_IN,
    "IN_GROUP": _FIND_IN_GROUP,
    "CONTROLLED_BY": _FIND_CONTROLLED_BY,
}

FIND_ANY_LINK: dict[str, LiteralString] = {
    "LOCATED_IN": "MATCH ()-[l:LOCATED_IN]->() WHERE l.source = $source RETURN 1 LIMIT 1",
    "IN_CHAIN": "MATCH ()-[l:IN_CHAIN]->() WHERE l.source = $source RETURN 1 LIMIT 1",
    "KIND_OF": "MATCH ()-[l:KIND_OF]->() WHERE l.source = $source RETURN 1 LIMIT 1",
    "SUPPLIES": "MATCH ()-[l:SUPPLIES]->() WHERE l.source = $source RETURN 1 LIMIT 1",
    "MAKES": "MATCH ()-[l:MAKES]->() WHERE l.source = $source RETURN 1 LIMIT 1",
    "BELONGS_TO": "MATCH ()-[l:BELONGS_TO]->() WHERE l.source = $source RETURN 1 LIMIT 1",
    "TRADES_WITH": "MATCH ()-[l:TRADES_WITH]->() WHERE l.source = $source RETURN 1 LIMIT 1",
    "IN_GROUP": "MATCH ()-[l:IN_GROUP]->() WHERE l.source = $source RETURN 1 LIMIT 1",
    "CONTROLLED_BY": "MATCH ()-[l:CONTROLLED_BY]->() WHERE l.source = $source RETURN 1 LIMIT 1",
    "HAS_CREDIT": "MATCH ()-[l:HAS_CREDIT]->() WHERE l.source = $source RETURN 1 LIMIT 1",
}
"""Links of a source; those without evidence have none."""

LINK_COLUMNS: dict[str, tuple[str, ...]] = {
    link.name: tuple(sorted(link.columns, key=lambda name: name not in schema.EVIDENCE))
    for link in schema.MAP_LINKS
}
"""What stands in a row of a new link after the codes of its ends."""

_EVIDENCE: LiteralString = """
{source: row[2], as_of: row[3], confidence: row[4], valid_from: row[5], valid_to: row[6]
"""
_CREATED: LiteralString = "]->(b) RETURN count(*) AS created"
_CREATE: dict[str, LiteralString] = {
    "WITHIN": "CREATE (a)-[:WITHIN",
    "LOCATED_IN": "CREATE (a)-[:LOCATED_IN" + _EVIDENCE + "}",
    "IN_CHAIN": "CREATE (a)-[:IN_CHAIN" + _EVIDENCE + ", stage: row[7], position: row[8]}",
    "KIND_OF": "CREATE (a)-[:KIND_OF" + _EVIDENCE + "}",
    "SUPPLIES": "CREATE (a)-[:SUPPLIES" + _EVIDENCE + ", weight: row[7]}",
    "MAKES": "CREATE (a)-[:MAKES" + _EVIDENCE + ", share: row[7], capacity: row[8]}",
    "BELONGS_TO": "CREATE (a)-[:BELONGS_TO" + _EVIDENCE + "}",
    "TRADES_WITH": "CREATE (a)-[:TRADES_WITH"
    + _EVIDENCE
    + ", product: row[7], first_seen: row[8], last_seen: row[9], times: row[10]}",
    "IN_GROUP": "CREATE (a)-[:IN_GROUP" + _EVIDENCE + "}",
    "CONTROLLED_BY": "CREATE (a)-[:CONTROLLED_BY" + _EVIDENCE + "}",
    "HAS_CREDIT": "CREATE (a)-[:HAS_CREDIT" + _EVIDENCE + "}",
}
CREATE_LINKS: dict[str, LiteralString] = {
    name: _ROWS + _ENDS[name] + _CREATE[name] + _CREATED for name in _ENDS
}

_SAME_VERSION: LiteralString = """
WHERE l.source = row[2] AND l.valid_from = row[3] AND coalesce(l.product, '') = row[4]
SET l += row[5]
"""
CHANGE_LINKS: dict[str, LiteralString] = {
    name: _ROWS + _ENDS[name] + _BETWEEN[name] + _SAME_VERSION for name in _ENDS
}
"""Rows: start, end, source, valid_from, product (or ''), and a map of the new values."""
REMOVE_LINKS: dict[str, LiteralString] = {
    name: _ROWS
    + _ENDS[name]
    + _BETWEEN[name]
    + "WHERE l.source = row[2] AND l.valid_from = row[3] DELETE l"
    for name in ("LOCATED_IN", "IN_GROUP", "CONTROLLED_BY")
}
"""Of types that have one end at a time. Rows: start, the end that is left, source, valid_from."""
