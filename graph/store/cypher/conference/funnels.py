"""What came before a signed project: recommendations acted on, requests, agreed meetings."""

from typing import LiteralString

COUNT_RECOMMENDED: LiteralString = """
MATCH (f:Feedback) WHERE f.version <> '' AND f.at < $until
MATCH (f)-[:SAID_BY]->(a:Enterprise) MATCH (f)-[:SAID_OF]->(p:Enterprise)
WITH DISTINCT a.code AS asker, p.code AS partner
RETURN count(*) AS total
"""
COUNT_REQUESTED: LiteralString = """
MATCH (r:MeetingRequest) WHERE r.created_at < $until RETURN count(r) AS total
"""
COUNT_AGREED: LiteralString = """
MATCH (r:MeetingRequest) WHERE r.created_at < $until AND r.accepted_pair IS NOT NULL
RETURN count(r) AS total
"""
