"""What a row of each template states: a node of a label, links of some types."""

from collections.abc import Mapping
from typing import Any, NamedTuple

from graph.domain.chain import NodeKind
from graph.schema import (
    BELONGS_TO,
    CHAIN,
    CHAIN_NODE,
    ENTERPRISE,
    EVIDENCE,
    IN_CHAIN,
    KIND_OF,
    LOCATED_IN,
    MAKES,
    REGION,
    SUPPLIES,
    TRADES_WITH,
    WITHIN,
    Label,
    Link,
)

Values = Mapping[str, Any]


class Ends(NamedTuple):
    """A link that a table states, and the columns where it starts and ends."""

    link: Link
    start: str
    end: str


LABELS = {
    "regions": REGION,
    "chains": CHAIN,
    "nodes": CHAIN_NODE,
    "chain_nodes": CHAIN_NODE,
    "enterprises": ENTERPRISE,
    "all_enterprises": ENTERPRISE,
}
"""The label of which a table lists the nodes."""
LINKS = {
    "regions": (Ends(WITHIN, "code", "parent"),),
    "nodes": (Ends(IN_CHAIN, "code", "chain"), Ends(KIND_OF, "code", "parent")),
    "enterprises": (Ends(LOCATED_IN, "code", "region"),),
    "links": (Ends(SUPPLIES, "supplier", "customer"),),
    "makes": (Ends(MAKES, "enterprise", "node"),),
    "trades": (Ends(TRADES_WITH, "supplier", "customer"),),
    "within": (Ends(WITHIN, "code", "parent"),),
    "located_in": (Ends(LOCATED_IN, "enterprise", "region"),),
    "in_chain": (Ends(IN_CHAIN, "node", "chain"),),
    "kind_of": (Ends(KIND_OF, "node", "parent"),),
    "belongs_to": (Ends(BELONGS_TO, "enterprise", "industry"),),
}
"""The links that a table states."""


PROJECT = "Project"
"""What the table of signed projects lists; it is no part of the map."""


def project_values(defaults: Values, values: Values) -> Values:
    """Return the project that a row lists."""
    return {**values, "source": defaults["source"], "as_of": values["as_of"] or defaults["as_of"]}


def node_values(table: str, label: Label, defaults: Values, values: Values) -> Values:
    """Return the node that a row lists."""
    node = {name: values[name] for name in label.columns if name in values}
    node["source"] = values.get("source") or defaults["source"]
    if table == "nodes":
        node["kind"] = NodeKind.PRODUCT.value
    return node


def link_values(ends: Ends, defaults: Values, values: Values) -> Values | None:
    """Return the link that a row states, or None where it names no other end."""
    start, end = values[ends.start], values[ends.end]
    if not end:
        return None
    told = {name: values.get(name) for name in ends.link.columns}
    if EVIDENCE[0] in ends.link.columns:
        told |= {name: told[name] or value for name, value in defaults.items()}
        told["confidence"] = 1.0 if told["confidence"] is None else told["confidence"]
    return {**told, "start": start, "end": end}
