"""Search: the texts and facets beside each enterprise, and what a query finds."""

from typing import LiteralString

STREAM_TEXTS: LiteralString = """
MATCH (e:Enterprise)
WHERE e.words IS NULL OR e.words CONTAINS $product_mark OR EXISTS { (e)-[:MAKES]->() }
   OR size(e.services) > 0 OR size(e.former_names) > 0
OPTIONAL MATCH (e)-[l:MAKES]->(n:ChainNode)
WHERE l.valid_from <= $at AND $at < l.valid_to
RETURN e.code AS code, e.name AS name, e.short_name AS short_name, e.name_en AS name_en,
       e.words AS words, e.spellings AS spellings, e.services AS services,
       e.former_names AS former_names,
       collect([n.code, n.name, n.name_en, n.search, l.share]) AS products
"""
SAVE_TEXTS: LiteralString = """
UNWIND $rows AS row
MATCH (e:Enterprise {code: row[0]})
SET e.words = row[1], e.spellings = row[2]
"""
STREAM_PLACES: LiteralString = """
MATCH (n:ChainNode)-[i:IN_CHAIN]->(c:Chain)
WHERE i.valid_from <= $at AND $at < i.valid_to
MATCH (e:Enterprise)-[l:MAKES]->(n)
WHERE l.valid_from <= $at AND $at < l.valid_to
RETURN DISTINCT e.code AS code, c.code AS chain, i.stage AS stage
"""
STREAM_LOCATIONS: LiteralString = """
MATCH (e:Enterprise)-[l:LOCATED_IN]->(r:Region)
WHERE l.valid_from <= $at AND $at < l.valid_to
RETURN e.code AS code, r.code AS region
"""
WITHIN: LiteralString = """
MATCH (a:Region)-[:WITHIN]->(b:Region)
RETURN a.code AS inner, b.code AS outer
"""
STREAM_FACETS: LiteralString = """
MATCH (e:Enterprise)
RETURN e.code AS code, e.name AS name, e.short_name AS short_name, e.name_en AS name_en,
       e.region AS region, e.size AS size, e.certifications AS certifications,
       e.words AS words, e.spellings AS spellings, e.chains AS chains, e.stages AS stages,
       e.regions AS regions, e.longitude AS longitude, e.latitude AS latitude, e.datum AS datum
ORDER BY code
"""
LIST_FACETS: LiteralString = """
MATCH (e:Enterprise)
WHERE size(e.chains) > 0 OR size(e.regions) > 0
RETURN e.code AS code, e.chains AS chains, e.stages AS stages, e.regions AS regions
"""
SAVE_FACETS: LiteralString = """
UNWIND $rows AS row
MATCH (e:Enterprise {code: row[0]})
SET e.chains = row[1], e.stages = row[2], e.regions = row[3]
"""
COUNT_MATCHING: LiteralString = """
CALL db.index.fulltext.queryNodes($index, $query) YIELD node, score
RETURN count(*) AS number
"""
MAKERS_OF_NODE: LiteralString = """
MATCH (n:ChainNode {code: $node})<-[l:MAKES]-(e:Enterprise)
WHERE l.valid_from <= $at AND $at < l.valid_to
RETURN collect(DISTINCT e.code) AS codes
"""
NEAREST: LiteralString = """
CALL db.index.fulltext.queryNodes($index, $query) YIELD node, score
RETURN node.code AS code, node.name AS name, node.name_en AS name_en, score
ORDER BY score DESC, code
LIMIT $limit
"""
LIST_POSTING: LiteralString = """
MATCH (l:Listing {state: 'published'}) WHERE l.kind = $kind AND l.expires_on >= $today
MATCH (e:Enterprise)-[:POSTED]->(l)
RETURN collect(DISTINCT e.code) AS codes
"""
LIST_ATTENDING: LiteralString = """
MATCH (p:Party)-[:PARTY_OF]->(:Conference {code: $code}) WHERE p.state IN $states
MATCH (p)-[:STANDS_FOR]->(e:Enterprise)
RETURN collect(DISTINCT e.code) AS codes
"""
