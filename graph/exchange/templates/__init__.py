"""Every table that can be imported, declared once: read, exported, written empty and documented.

``map``, ``enterprises`` and ``projects`` hold what an office fills in; ``exported`` what only our
own export writes, because the office's templates cannot hold it without loss.
"""

from graph import schema
from graph.exchange.templates.declare import Column, Template
from graph.exchange.templates.enterprises import ENTERPRISES, MAKES, TRADES
from graph.exchange.templates.exported import (
    ALL_ENTERPRISES,
    BELONGS_TO,
    CHAIN_NODES,
    IN_CHAIN,
    KIND_OF,
    LOCATED_IN,
    WITHIN,
)
from graph.exchange.templates.map import CHAINS, LINKS, NODES, REGIONS
from graph.exchange.templates.projects import PROJECTS

__all__ = ["LABEL_TABLES", "LINK_TABLES", "OFFICE_TEMPLATES", "TEMPLATES", "Column", "Template"]

OFFICE_TEMPLATES = (REGIONS, CHAINS, NODES, LINKS, ENTERPRISES, MAKES, TRADES, PROJECTS)
"""What an office fills in."""

LABEL_TABLES = (
    (schema.REGION, REGIONS),
    (schema.CHAIN, CHAINS),
    (schema.CHAIN_NODE, CHAIN_NODES),
    (schema.ENTERPRISE, ALL_ENTERPRISES),
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
)
"""Every table that can be read."""
