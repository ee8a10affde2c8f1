"""What a row of each template states: a node of a label, links of some types."""

from collections.abc import Callable, Mapping
from typing import Any, NamedTuple

from graph.domain.chain import NodeKind
from graph.domain.credit import record_code
from graph.domain.ownership import owner_code, owner_name
from graph.schema import (
    BELONGS_TO,
    CHAIN,
    CHAIN_NODE,
    CONTROLLED_BY,
    CREDIT_RECORD,
    ENTERPRISE,
    EVIDENCE,
    HAS_CREDIT,
    IN_CHAIN,
    IN_GROUP,
    KIND_OF,
    LOCATED_IN,
    MAKES,
    OWNER,
    REGION,
    SUPPLIES,
    TRADES_WITH,
    WITHIN,
    Label,
    Link,
)

Values = Mapping[str, Any]


class Ends(NamedTuple):
    """A link that a table states, and the columns where it starts and ends.

    ``code_of`` makes the code of an end that the row tells in words.
    """

    link: Link
    start: str
    end: str
    code_of: Callable[[Values], str] | None = None


def _group(values: Values) -> str:
    return owner_code(values["group"])


def _controller(values: Values) -> str:
    return owner_code(values["controller"])


def _record(values: Values) -> str:
    return record_code(values["enterprise"], values["kind"], values["date"], values["authority"])


LABELS = {
    "regions": REGION,
    "chains": CHAIN,
    "nodes": CHAIN_NODE,
    "chain_nodes": CHAIN_NODE,
    "enterprises": ENTERPRISE,
    "all_enterprises": ENTERPRISE,
    "owners": OWNER,
    "credits": CREDIT_RECORD,
    "all_credits": CREDIT_RECORD,
}
"""The label of which a table lists the nodes."""
LINKS = {
    "regions": (Ends(WITHIN, "code", "parent"),),
    "nodes": (Ends(IN_CHAIN, "code", "chain"), Ends(KIND_OF, "code", "parent")),
    "enterprises": (
        Ends(LOCATED_IN, "code", "region"),
        Ends(IN_GROUP, "code", "group", _group),
        Ends(CONTROLLED_BY, "code", "controller", _controller),
    ),
    "links": (Ends(SUPPLIES, "supplier", "customer"),),
    "makes": (Ends(MAKES, "enterprise", "node"),),
    "trades": (Ends(TRADES_WITH, "supplier", "customer"),),
    "within": (Ends(WITHIN, "code", "parent"),),
    "located_in": (Ends(LOCATED_IN, "enterprise", "region"),),
    "in_chain": (Ends(IN_CHAIN, "node", "chain"),),
    "kind_of": (Ends(KIND_OF, "node", "parent"),),
    "belongs_to": (Ends(BELONGS_TO, "enterprise", "industry"),),
    "in_group": (Ends(IN_GROUP, "enterprise", "group"),),
    "controlled_by": (Ends(CONTROLLED_BY, "enterprise", "controller"),),
    "credits": (Ends(HAS_CREDIT, "enterprise", "authority", _record),),
    "has_credit": (Ends(HAS_CREDIT, "enterprise", "record"),),
}
"""The links that a table states."""
OWNER_COLUMNS = {"enterprises": ("group", "controller")}
"""Columns that name an owner, who becomes a node."""

PROJECT = "Project"
"""What the table of signed projects lists; it is no part of the map."""


def project_values(defaults: Values, values: Values) -> Values:
    """Return the project that a row lists."""
    return {**values, "source": defaults["source"], "as_of": values["as_of"] or defaults["as_of"]}


def owner_values(column: str, defaults: Values, values: Values) -> Values | None:
    """Return the owner that a row names in a column, or None where it names none."""
    name = values[column]
    if not name:
        return None
    return {"code": owner_code(name), "name": owner_name(name), "source": defaults["source"]}


def node_values(table: str, label: Label, defaults: Values, values: Values) -> Values:
    """Return the node that a row lists."""
    if table == "credits":
        values = {**values, "code": _record(values)}
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
    end = ends.code_of(values) if ends.code_of else end
    told = {name: values.get(name) for name in ends.link.columns}
    if EVIDENCE[0] in ends.link.columns:
        told |= {name: told[name] or value for name, value in defaults.items()}
        told["confidence"] = 1.0 if told["confidence"] is None else told["confidence"]
    return {**told, "start": start, "end": end}
