"""Names of what a diagnosis tells of, in the reader's language."""

from chainmatch.i18n import gettext, pick
from chainmatch.rooms.diagnosis import labels
from graph.domain.diagnosis.facts import Firm
from graph.domain.diagnosis.rules import NodeDiagnosis


def firm_name(firm: Firm) -> str:
    """Name an enterprise in the reader's language."""
    return pick(firm.enterprise.name, firm.enterprise.name_en)


def node_name(each: NodeDiagnosis) -> str:
    """Name a node in the reader's language."""
    return pick(each.node.name, each.node.name_en)


def place_name(firm: Firm) -> str:
    """Name where an enterprise stands."""
    return pick(firm.region_name, firm.region_name_en)


def why(each: NodeDiagnosis) -> str:
    """Say why a node is in its class."""
    return gettext("；").join(gettext(labels.GROUNDS[ground]) for ground in each.grounds)
