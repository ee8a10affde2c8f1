"""A whole graph, part by part, for copying it into another.

Every statement is put together from the literal names below: a label or a relationship type that
does not stand here cannot be copied, and the copy refuses a graph that has one.
"""

from typing import LiteralString

KEYS: dict[LiteralString, LiteralString] = {
    "Region": "code",
    "Chain": "code",
    "ChainNode": "code",
    "Enterprise": "code",
    "Owner": "code",
    "CreditRecord": "code",
    "FormerCode": "code",
    "EnterpriseMerge": "id",
    "MergePart": "id",
    "DuplicateVerdict": "pair",
    "User": "email",
    "Session": "id",
    "Token": "id",
    "OneTimeLink": "id",
    "Claim": "id",
    "Job": "id",
    "AuditEntry": "id",
    "MapChange": "id",
    "File": "sha256",
    "Letter": "key",
    "SavedSearch": "id",
    "SavedQuery": "id",
    "SavedView": "id",
    "Listing": "id",
    "Notice": "id",
    "Feedback": "id",
    "Conference": "code",
    "MeetingRequest": "id",
    "RequestStep": "id",
    "Slot": "id",
    "Hall": "id",
    "Table": "id",
    "ThemedSession": "id",
    "PartyGroup": "id",
    "Party": "id",
    "Wish": "id",
    "Meeting": "id",
    "Booking": "id",
    "TimetableVersion": "id",
    "Contact": "id",
    "NodeProposal": "id",
    "Project": "code",
    "Milestone": "id",
    "Signing": "id",
    "FundArrival": "id",
    "Problem": "id",
    "ProgressReport": "id",
    "SupervisionOrder": "id",
    "Bulletin": "id",
    "ChainAtlas": "id",
    "Rulebook": "id",
    "Setting": "name",
}
"""Labels that are copied, with the property that finds a node of it."""

LEFT_OUT = ("Migration", "Worker", "Throttle", "Round")
"""Labels that are not: the target's own migrations, what runs on the source, guesses."""

LINKS: tuple[tuple[LiteralString, LiteralString, LiteralString], ...] = (
    ("Region", "WITHIN", "Region"),
    ("Enterprise", "LOCATED_IN", "Region"),
    ("ChainNode", "IN_CHAIN", "Chain"),
    ("ChainNode", "KIND_OF", "ChainNode"),
    ("ChainNode", "SUPPLIES", "ChainNode"),
    ("Enterprise", "MAKES", "ChainNode"),
    ("Enterprise", "BELONGS_TO", "ChainNode"),
    ("Enterprise", "TRADES_WITH", "Enterprise"),
    ("Enterprise", "IN_GROUP", "Owner"),
    ("Enterprise", "CONTROLLED_BY", "Owner"),
    ("Enterprise", "HAS_CREDIT", "CreditRecord"),
    ("FormerCode", "NOW", "Enterprise"),
    ("EnterpriseMerge", "HAS_PART", "MergePart"),
    ("ChainNode", "NEAR", "ChainNode"),
    ("ChainNode", "LIKELY_FOR", "ChainNode"),
    ("ChainNode", "FITS", "ChainNode"),
    ("User", "ACTS_FOR", "Enterprise"),
    ("User", "HAS_SESSION", "Session"),
    ("User", "HAS_TOKEN", "Token"),
    ("OneTimeLink", "TO_JOIN", "Enterprise"),
    ("User", "FILED", "Claim"),
    ("Claim", "CLAIMS", "Enterprise"),
    ("Enterprise", "HAS_CONTACT", "Contact"),
    ("Enterprise", "PROPOSED", "NodeProposal"),
    ("NodeProposal", "BECAME", "ChainNode"),
    ("User", "SAVED", "SavedSearch"),
    ("User", "KEEPS", "SavedView"),
    ("Enterprise", "POSTED", "Listing"),
    ("Listing", "ABOUT", "ChainNode"),
    ("Listing", "HAS_FILE", "File"),
    ("Enterprise", "FAVOURS", "Enterprise"),
    ("Enterprise", "DISMISSED", "Enterprise"),
    ("MeetingRequest", "ASKED_BY", "Enterprise"),
    ("MeetingRequest", "ASKED_OF", "Enterprise"),
    ("MeetingRequest", "ABOUT", "Listing"),
    ("MeetingRequest", "HAS_STEP", "RequestStep"),
    ("Feedback", "SAID_BY", "Enterprise"),
    ("Feedback", "SAID_OF", "Enterprise"),
    ("Slot", "SLOT_OF", "Conference"),
    ("Hall", "HALL_OF", "Conference"),
    ("Table", "TABLE_OF", "Hall"),
    ("ThemedSession", "SESSION_OF", "Conference"),
    ("ThemedSession", "ABOUT", "Chain"),
    ("PartyGroup", "GROUP_OF", "Conference"),
    ("PartyGroup", "MAY_MEET", "PartyGroup"),
    ("Party", "PARTY_OF", "Conference"),
    ("Party", "STANDS_FOR", "Enterprise"),
    ("Party", "WISHED", "Wish"),
    ("Wish", "OF_PARTY", "Party"),
    ("Meeting", "BETWEEN", "Party"),
    ("Booking", "FOR_MEETING", "Meeting"),
    ("TimetableVersion", "VERSION_OF", "Conference"),
    ("Project", "SIGNED_BY", "Enterprise"),
    ("Project", "SIGNED_AT", "Conference"),
    ("Project", "CAME_FROM", "MeetingRequest"),
    ("Project", "CAME_FROM", "Meeting"),
    ("Project", "ON", "ChainNode"),
    ("Project", "SITED_IN", "Region"),
    ("Project", "HAS_MILESTONE", "Milestone"),
    ("Project", "HAS_SIGNING", "Signing"),
    ("Project", "RECEIVED", "FundArrival"),
    ("Project", "HAS_PROBLEM", "Problem"),
    ("Project", "REPORTED", "ProgressReport"),
    ("Project", "EVIDENCED_BY", "File"),
    ("Project", "HAS_ORDER", "SupervisionOrder"),
    ("Bulletin", "CORRECTS", "Bulletin"),
)
"""Relationships that are copied: label of the start, type, label of the end."""

FIND_IDENTITY: LiteralString = "MATCH (m:Migration {number: 1}) RETURN m.at AS at"
COUNT_NODES: LiteralString = "MATCH (n) RETURN labels(n) AS labels, count(*) AS total"
COUNT_LINKS: LiteralString = """
MATCH (a)-[r]->(b)
RETURN labels(a) AS starts, type(r) AS type, labels(b) AS ends, count(*) AS total
"""
FIND_RUNNING_JOB: LiteralString = """
MATCH (j:Job) WHERE j.state = 'running' AND j.lease_until >= $now
RETURN j.kind AS kind LIMIT 1
"""
FIND_MARK: LiteralString = "MATCH (s:Setting {name: $name}) RETURN s.value AS value"
CREATE_MARK: LiteralString = "CREATE (s:Setting {name: $name, value: $after})"
LOCK_MARK: LiteralString = "MATCH (s:Setting {name: $name}) SET s.guard = $after"
ADVANCE_MARK: LiteralString = """
MATCH (s:Setting {name: $name}) WHERE s.value = $before
SET s.value = $after
RETURN s.value AS value
"""

COUNT_KEYED: dict[str, LiteralString] = {
    label: "MATCH (n:"
    + label
    + ") WHERE n."
    + key
    + " IS NULL OR n."
    + key
    + " <> $mark RETURN count(n."
    + key
    + ") AS keyed, count(*) AS total"
    for label, key in KEYS.items()
}
LIST_KEYS: dict[str, LiteralString] = {
    label: "MATCH (n:"
    + label
    + ") WHERE n."
    + key
    + " <> $mark RETURN n."
    + key
    + " AS key, 1 AS rows ORDER BY key SKIP $skip"
    for label, key in KEYS.items()
}
LIST_NODES: dict[str, LiteralString] = {
    label: "MATCH (n:" + label + ") WHERE n." + key + " <> $mark RETURN properties(n) AS row"
    for label, key in KEYS.items()
}
FIND_NODES: dict[str, LiteralString] = {
    label: "UNWIND $keys AS key MATCH (n:"
    + label
    + " {"
    + key
    + ": key}) RETURN properties(n) AS row"
    for label, key in KEYS.items()
}
SAVE_NODES: dict[str, LiteralString] = {
    label: "UNWIND $rows AS row MERGE (n:" + label + " {" + key + ": row." + key + "}) SET n += row"
    for label, key in KEYS.items()
}

LINK_PARTS: dict[str, tuple[LiteralString, LiteralString, LiteralString]] = {
    "-".join(link): link for link in LINKS
}


def _found(start: LiteralString, key: LiteralString) -> LiteralString:
    return "MATCH (a:" + start + " {" + KEYS[start] + ": " + key + "}) "


def _pattern(link: tuple[LiteralString, LiteralString, LiteralString]) -> LiteralString:
    return "MATCH (a:" + link[0] + ")-[r:" + link[1] + "]->(b:" + link[2] + ") "


def _returned(link: tuple[LiteralString, LiteralString, LiteralString]) -> LiteralString:
    ends: LiteralString = "a." + KEYS[link[0]] + ", b." + KEYS[link[2]]
    return "RETURN [" + ends + ", properties(r)] AS row"


LIST_STARTS: dict[str, LiteralString] = {
    part: _pattern(link)
    + "WITH a."
    + KEYS[link[0]]
    + " AS key, count(r) AS rows RETURN key, rows ORDER BY key SKIP $skip"
    for part, link in LINK_PARTS.items()
}
LIST_LINKS: dict[str, LiteralString] = {
    part: _pattern(link) + _returned(link) for part, link in LINK_PARTS.items()
}
FIND_LINKS: dict[str, LiteralString] = {
    part: "UNWIND $keys AS key "
    + _found(link[0], "key")
    + "MATCH (a)-[r:"
    + link[1]
    + "]->(b:"
    + link[2]
    + ") "
    + _returned(link)
    for part, link in LINK_PARTS.items()
}
CREATE_LINKS: dict[str, LiteralString] = {
    part: "UNWIND $rows AS row "
    + _found(link[0], "row[0]")
    + "MATCH (b:"
    + link[2]
    + " {"
    + KEYS[link[2]]
    + ": row[1]}) CREATE (a)-[r:"
    + link[1]
    + "]->(b) SET r += row[2]"
    for part, link in LINK_PARTS.items()
}
