"""What is compared to find records that are one enterprise twice, and what people decided."""

from typing import LiteralString

STREAM_RECORDS: LiteralString = """
MATCH (e:Enterprise)
RETURN e.code AS code, e.name AS name, e.short_name AS short_name, e.name_en AS name_en,
       e.former_names AS former_names, e.kind AS kind, e.credit_code AS credit_code,
       e.website AS website, e.longitude AS longitude, e.latitude AS latitude, e.datum AS datum
ORDER BY code
"""
STREAM_PLACES: LiteralString = """
MATCH (e:Enterprise)-[l:LOCATED_IN]->(r:Region)
WHERE l.valid_from <= $at AND $at < l.valid_to
RETURN e.code AS code, r.code AS region
"""
COUNT_SHARED_PRODUCTS: LiteralString = """
UNWIND $pairs AS pair
MATCH (:Enterprise {code: pair[0]})-[m:MAKES]->(n:ChainNode)
WHERE m.valid_from <= $at AND $at < m.valid_to
MATCH (n)<-[o:MAKES]-(:Enterprise {code: pair[1]})
WHERE o.valid_from <= $at AND $at < o.valid_to
RETURN pair[0] AS one, pair[1] AS other, count(DISTINCT n) AS total
"""
LIST_TRADING: LiteralString = """
UNWIND $pairs AS pair
MATCH (:Enterprise {code: pair[0]})-[t:TRADES_WITH]-(:Enterprise {code: pair[1]})
WHERE t.valid_from <= $at AND $at < t.valid_to
RETURN DISTINCT pair[0] AS one, pair[1] AS other
"""
SHOW: LiteralString = """
UNWIND $codes AS code
MATCH (e:Enterprise {code: code})
RETURN code, e.name AS name, e.name_en AS name_en, e.short_name AS short_name,
       e.region AS region, e.website AS website, e.credit_code AS credit_code,
       e.sources AS sources
"""
JUDGE: LiteralString = """
MERGE (v:DuplicateVerdict {pair: $pair})
SET v.one = $one, v.other = $other, v.decision = $decision, v.by = $by, v.at = $at,
    v.note = $note
"""
FORGET: LiteralString = """
MATCH (v:DuplicateVerdict {pair: $pair}) DETACH DELETE v RETURN count(*) AS total
"""
LIST_VERDICTS: LiteralString = """
MATCH (v:DuplicateVerdict) RETURN properties(v) AS verdict ORDER BY v.at DESC, v.pair
"""
