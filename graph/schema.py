"""Labels, keys, search indexes and export columns: declared once, used by store and exchange."""

from dataclasses import dataclass

OPEN_END = "9999-12-31"
"""``valid_to`` of a link that still holds, so that a date can be compared without a null."""

EVIDENCE = ("source", "as_of", "confidence", "valid_from", "valid_to")
"""Properties of every link that states a fact about the world."""


@dataclass(frozen=True)
class Label:
    """A node label: its key properties (unique together) and the properties an export carries."""

    name: str
    key: tuple[str, ...]
    columns: tuple[str, ...] = ()
    searchable: bool = False
    indexed: tuple[str, ...] = ()


@dataclass(frozen=True)
class Link:
    """A relationship type of the map: where it starts and ends, and what it carries."""

    name: str
    start: str
    end: str
    columns: tuple[str, ...] = EVIDENCE


REGION = Label("Region", ("code",), ("code", "name", "name_en", "level", "source"))
CHAIN = Label(
    "Chain",
    ("code",),
    ("code", "name", "name_en", "steward", "summary", "summary_en", "published", "source"),
    indexed=("source",),
)
CHAIN_NODE = Label(
    "ChainNode",
    ("code",),
    ("code", "name", "name_en", "kind", "source"),
    searchable=True,
    indexed=("source", "match_key"),
)
ENTERPRISE = Label(
    "Enterprise",
    ("code",),
    (
        "code",
        "name",
        "short_name",
        "name_en",
        "kind",
        "region",
        "size",
        "certifications",
        "founded",
        "website",
        "summary",
        "summary_en",
        "market",
        "longitude",
        "latitude",
        "datum",
        "services",
        "former_codes",
        "source",
    ),
    searchable=True,
    indexed=("source", "name"),
)
OWNER = Label("Owner", ("code",), ("code", "name", "source"), indexed=("source",))
CREDIT_RECORD = Label(
    "CreditRecord",
    ("code",),
    ("code", "enterprise", "kind", "date", "ended", "authority", "text", "source"),
    indexed=("source",),
)

MAP_LABELS = (REGION, CHAIN, CHAIN_NODE, ENTERPRISE, OWNER, CREDIT_RECORD)
"""Labels of the chain map: what an export carries."""

LABELS = (
    *MAP_LABELS,
    Label("FormerCode", ("code",), indexed=("name",)),
    Label("EnterpriseMerge", ("id",), indexed=("stays", "goes")),
    Label("MergePart", ("id",)),
    Label("DuplicateVerdict", ("pair",)),
    Label("User", ("email",)),
    Label("Session", ("id",)),
    Label("Token", ("id",)),
    Label("OneTimeLink", ("id",), indexed=("email",)),
    Label("Claim", ("id",), indexed=("state",)),
    Label("Job", ("id",), indexed=("state",)),
    Label("Worker", ("id",)),
    Label("Throttle", ("key",)),
    Label("AuditEntry", ("id",), indexed=("at", "subject")),
    Label("MapChange", ("id",), indexed=("start", "end", "run")),
    Label("File", ("sha256",)),
    Label("Feedback", ("id",)),
    Label("Letter", ("key",), indexed=("state",)),
    Label("SavedSearch", ("id",)),
    Label("SavedQuery", ("id",), indexed=("owner",)),
    Label("SavedView", ("id",)),
    Label("Listing", ("id",), indexed=("state",)),
    Label("Notice", ("id",), indexed=("reader", "unread_for", "mail")),
    Label("Round", ("name",)),
    Label("MeetingRequest", ("id",), indexed=("asker", "partner", "state", "open_by")),
    Label("RequestStep", ("id",)),
    Label("Project", ("code",), indexed=("touched", "source")),
    Label("Milestone", ("id",)),
    Label("Signing", ("id",)),
    Label("FundArrival", ("id",)),
    Label("Problem", ("id",)),
    Label("ProgressReport", ("id",), indexed=("state",)),
    Label("SupervisionOrder", ("id",)),
    Label("Contact", ("id",)),
    Label("NodeProposal", ("id",), indexed=("state",)),
    Label("Bulletin", ("id",), indexed=("month",)),
    Label("ChainAtlas", ("id",), indexed=("chain",)),
    Label("Rulebook", ("id",)),
    Label("Conference", ("code",)),
    Label("Slot", ("id",)),
    Label("Hall", ("id",)),
    Label("Table", ("id",)),
    Label("ThemedSession", ("id",)),
    Label("PartyGroup", ("id",)),
    Label("Party", ("id",)),
    Label("Wish", ("id",)),
    Label("Meeting", ("id",), indexed=("conference",)),
    Label("Booking", ("id",)),
    Label("TimetableVersion", ("id",)),
    Label("Migration", ("number",)),
    Label("Setting", ("name",)),
)

IN_CHAIN = Link("IN_CHAIN", "ChainNode", "Chain", ("stage", "position", *EVIDENCE))
KIND_OF = Link("KIND_OF", "ChainNode", "ChainNode")
SUPPLIES = Link("SUPPLIES", "ChainNode", "ChainNode", ("weight", *EVIDENCE))
MAKES = Link("MAKES", "Enterprise", "ChainNode", ("share", "capacity", *EVIDENCE))
BELONGS_TO = Link("BELONGS_TO", "Enterprise", "ChainNode")
TRADES_WITH = Link(
    "TRADES_WITH",
    "Enterprise",
    "Enterprise",
    ("product", "first_seen", "last_seen", "times", *EVIDENCE),
)
WITHIN = Link("WITHIN", "Region", "Region", ())
LOCATED_IN = Link("LOCATED_IN", "Enterprise", "Region")
IN_GROUP = Link("IN_GROUP", "Enterprise", "Owner")
CONTROLLED_BY = Link("CONTROLLED_BY", "Enterprise", "Owner")
HAS_CREDIT = Link("HAS_CREDIT", "Enterprise", "CreditRecord")

MAP_LINKS = (
    WITHIN,
    LOCATED_IN,
    IN_CHAIN,
    KIND_OF,
    SUPPLIES,
    MAKES,
    BELONGS_TO,
    TRADES_WITH,
    IN_GROUP,
    CONTROLLED_BY,
    HAS_CREDIT,
)
"""Link types of the chain map: what an export carries."""

DERIVED_LINKS = ("NEAR", "LIKELY_FOR", "FITS")
"""Links computed from the map itself, never exported as facts: near names, likely materials, parts
named for a product."""

READABLE_LABELS = frozenset({*(label.name for label in MAP_LABELS), "Conference", "Project"})
"""What typed queries may read: the map and what came of it; no accounts, no contacts."""

READABLE_LINKS = frozenset(
    {
        *(link.name for link in MAP_LINKS),
        *DERIVED_LINKS,
        *("ON", "SIGNED_AT", "SIGNED_BY", "SITED_IN"),
    }
)
"""Each joins nodes of READABLE_LABELS only, so that whoever follows one never leaves them."""
