"""What an enterprise tells of itself. It is locked by a statement of its own before it is read.

What it says closes what others said of the same fact: their links stay, with the day they ended.
A link that began on the same day held for no day at all, and goes.
"""

from typing import LiteralString

LOCK: LiteralString = "MATCH (e:Enterprise {code: $code}) SET e.profile_guard = $by"
CLAIM_VERSION: LiteralString = """
MATCH (e:Enterprise {code: $code}) WHERE coalesce(e.profile_version, 0) = $version
SET e.profile_version = $version + 1
RETURN e AS enterprise
"""
FIND: LiteralString = "MATCH (e:Enterprise {code: $code}) RETURN e AS enterprise"
SAVE: LiteralString = "MATCH (e:Enterprise {code: $code}) SET e += $values"
FIND_PRODUCT: LiteralString = """
MATCH (e:Enterprise {code: $code})-[m:MAKES]->(n:ChainNode {code: $node})
WHERE m.valid_from <= $today AND $today < m.valid_to
RETURN m.share AS share, m.capacity AS capacity, m.source AS source
ORDER BY source
"""
COUNT_PRODUCTS: LiteralString = """
MATCH (e:Enterprise {code: $code})-[m:MAKES]->(n:ChainNode)
WHERE m.valid_from <= $today AND $today < m.valid_to
RETURN count(DISTINCT n.code) AS total
"""
FORGET_PRODUCT: LiteralString = """
MATCH (e:Enterprise {code: $code})-[m:MAKES]->(n:ChainNode {code: $node})
WHERE m.valid_from = $today AND $today < m.valid_to
DELETE m
"""
CLOSE_PRODUCT: LiteralString = """
MATCH (e:Enterprise {code: $code})-[m:MAKES]->(n:ChainNode {code: $node})
WHERE m.valid_from < $today AND $today < m.valid_to
SET m.valid_to = $today
"""
ADD_PRODUCT: LiteralString = """
MATCH (e:Enterprise {code: $code}) MATCH (n:ChainNode {code: $node})
CREATE (e)-[:MAKES {source: $source, as_of: $today, confidence: 1.0, valid_from: $today,
                    valid_to: $open_end, share: $share, capacity: $capacity}]->(n)
RETURN n.code AS code
"""
FORGET_REGION: LiteralString = """
MATCH (e:Enterprise {code: $code})-[l:LOCATED_IN]->(r:Region)
WHERE l.valid_from = $today AND $today < l.valid_to
DELETE l
"""
CLOSE_REGION: LiteralString = """
MATCH (e:Enterprise {code: $code})-[l:LOCATED_IN]->(r:Region)
WHERE l.valid_from < $today AND $today < l.valid_to
SET l.valid_to = $today
"""
ADD_REGION: LiteralString = """
MATCH (e:Enterprise {code: $code}) MATCH (r:Region {code: $region})
CREATE (e)-[:LOCATED_IN {source: $source, as_of: $today, confidence: 1.0, valid_from: $today,
                         valid_to: $open_end}]->(r)
RETURN r.code AS code
"""
