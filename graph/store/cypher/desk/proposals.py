"""Chain nodes that enterprises miss. A proposal is locked before its state is looked at."""

from typing import LiteralString

from graph.store.cypher.paged import paged

LOCK: LiteralString = "MATCH (p:NodeProposal {id: $id}) SET p.guard = $by"
LOCK_ENTERPRISE: LiteralString = """
MATCH (e:Enterprise {code: $enterprise}) SET e.proposals_guard = $by RETURN e.code AS code
"""
COUNT_WAITING_OF: LiteralString = """
MATCH (e:Enterprise {code: $enterprise})-[:PROPOSED]->(p:NodeProposal {state: 'waiting'})
RETURN count(p) AS total
"""
CREATE: LiteralString = """
MATCH (e:Enterprise {code: $enterprise})
CREATE (e)-[:PROPOSED]->(p:NodeProposal {id: $id, version: 1, state: 'waiting', reason: '',
                                         created_by: $by, created_at: $now})
SET p += $values
"""
DECIDE: LiteralString = """
MATCH (p:NodeProposal {id: $id}) WHERE p.version = $version AND p.state = 'waiting'
SET p.state = $state, p.reason = $reason, p.version = p.version + 1, p.decided_at = $now
RETURN p.id AS id
"""
BECAME: LiteralString = """
MATCH (p:NodeProposal {id: $id}) MATCH (n:ChainNode {code: $node})
CREATE (p)-[:BECAME]->(n)
RETURN n.code AS code
"""
CREATE_NODE: LiteralString = "CREATE (n:ChainNode {code: $code}) SET n += $values"
PLACE: LiteralString = """
MATCH (n:ChainNode {code: $code}) MATCH (c:Chain {code: $chain})
CREATE (n)-[:IN_CHAIN {stage: $stage, source: $source, as_of: $today, confidence: 1.0,
                       valid_from: $today, valid_to: $open_end}]->(c)
RETURN c.code AS code
"""
_ROW: LiteralString = """
OPTIONAL MATCH (p)-[:BECAME]->(n:ChainNode)
RETURN p AS proposal, e.code AS enterprise, e.name AS enterprise_name, n.code AS node,
       n.name AS node_name
"""
FIND: LiteralString = (
    "MATCH (p:NodeProposal {id: $id}) MATCH (e:Enterprise)-[:PROPOSED]->(p)" + _ROW
)
LIST_OF: LiteralString = (
    "MATCH (e:Enterprise {code: $enterprise})-[:PROPOSED]->(p:NodeProposal)"
    + _ROW
    + "ORDER BY p.created_at DESC, p.id LIMIT $limit"
)
LIST_WAITING = paged(
    "MATCH (p:NodeProposal {state: 'waiting'}) WITH p.id AS id, p.created_at AS created",
    "created, id",
    "created DESC, id DESC",
    "MATCH (p:NodeProposal {id: id}) MATCH (p)<-[:PROPOSED]-(e:Enterprise)"
    + _ROW
    + "ORDER BY p.created_at, p.id",
)
COUNT_WAITING: LiteralString = "MATCH (p:NodeProposal {state: 'waiting'}) RETURN count(p) AS total"
