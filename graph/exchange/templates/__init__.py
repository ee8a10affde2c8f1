"""Every table that can be imported, declared once: read, exported, written empty and documented.

``map``, ``enterprises`` and ``projects`` hold what an office fills in; ``exported`` what only our
own export writes, because the office's templates cannot hold it without loss.
"""

from graph import schema
from graph.exchange.templates.credit import CREDITS
from graph.exchange.templates.declare import Column, Template
from graph.exchange.templates.enterprises import ENTERPRISES, MAKES, TRADES
from graph.exchange.templates.exported import (
    ALL_CREDITS,
    ALL_ENTERPRISES,
    BELONGS_TO,
    CHAIN_NODES,
    CONTROLLED_BY,
    HAS_CREDIT,
    IN_CHAIN,
    IN_GROUP,
    KIND_OF,
    LOCATED_IN,
    OWNERS,
    WITHIN,
)
from graph.exchange.templates.map import CHAINS, LINKS, NODES, REGIONS
from graph.exchange.templates.projects import PROJECTS

__all__ = ["LABEL_TABLES", "LINK_TABLES", "OFFICE_TEMPLATES", "TEMPLATES", "Column", "Template"]

OFFICE_TEMPLATES = (REGIONS, CHAINS, NODES, LINKS, ENTERPRISES, MAKES, TRADES, CREDITS, PROJECTS)
"""What an office fills in."""

LABEL_TABLES = (
    (schema.REGION, REGIONS),
    (schema.CHAIN, CHAINS),
    (schema.CHAIN_NODE, CHAIN_NODES),
    (schema.ENTERPRISE, ALL_ENTERPRISES),
    (schema.OWNER, OWNERS),
    (schema.CREDIT_RECORD, ALL_CREDITS),
)
"""The table that carries each label of the map."""

LINK_TABLES = (
    (schema.WITHIN, WITHIN),
    (schema.LOCATED_IN, LOCATED_IN),
    (schema.IN_CHAIN, IN_CHAIN),
    (schema.KIND_OF, KIND_OF),
    (schema.SUPPLIES, LINKS),
    (schema.MAKES, MAKES),
    (schema.BELONGS_TO, BELONGS_TO),
    (schema.TRADES_WITH, TRADES),
    (schema.IN_GROUP, IN_GROUP),
    (schema.CONTROLLED_BY, CONTROLLED_BY),
    (schema.HAS_CREDIT, HAS_CREDIT),
)
"""The table that carries each link type: its key begins with the link's start and end."""

TEMPLATES = (
    *OFFICE_TEMPLATES,
    CHAIN_NODES,
    ALL_ENTERPRISES,
    WITHIN,
    LOCATED_IN,
    IN_CHAIN,
    KIND_OF,
    BELONGS_TO,
    OWNERS,
    IN_GROUP,
    CONTROLLED_BY,
    ALL_CREDITS,
    HAS_CREDIT,
)
"""Every table that can be read."""
