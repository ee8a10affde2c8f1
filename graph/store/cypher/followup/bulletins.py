"""Monthly bulletins: each edition is a node; a frozen one is never written again."""

from typing import LiteralString

CREATE: LiteralString = "CREATE (b:Bulletin {id: $id, state: 'draft', version: 1}) SET b += $values"
LINK_CORRECTED: LiteralString = """
MATCH (b:Bulletin {id: $id}) MATCH (o:Bulletin {id: $corrects}) CREATE (b)-[:CORRECTS]->(o)
"""
LOCK: LiteralString = "MATCH (b:Bulletin {id: $id}) SET b.guard = $at RETURN b.id AS id"
CHANGE: LiteralString = """
MATCH (b:Bulletin {id: $id}) WHERE b.state = $state AND b.version = $version
SET b += $values, b.version = b.version + 1
RETURN b.version AS version
"""
SHOW_TO: LiteralString = """
MATCH (b:Bulletin {id: $id}) WHERE b.state = 'frozen' SET b.audience = $audience RETURN b.id AS id
"""
FIND: LiteralString = "MATCH (b:Bulletin {id: $id}) RETURN b AS bulletin"
LIST: LiteralString = """
MATCH (b:Bulletin) WHERE $audience IS NULL OR (b.audience = $audience AND b.state = 'frozen')
RETURN b AS bulletin ORDER BY b.month DESC, b.edition DESC
"""
LIST_OF_MONTH: LiteralString = """
MATCH (b:Bulletin {month: $month}) RETURN b AS bulletin ORDER BY b.edition DESC
"""
LIST_FROZEN_DAYS: LiteralString = """
MATCH (b:Bulletin {state: 'frozen'}) WHERE b.day < $day RETURN max(b.day) AS day
"""
DELETE_OF_SOURCE: LiteralString = """
MATCH (b:Bulletin {source: $source}) DETACH DELETE b RETURN count(*) AS total
"""
