"""What the nine lists are written from, and a row of theirs."""

from collections.abc import Sequence
from dataclasses import dataclass

from graph.domain.credit import CreditKind
from graph.domain.diagnosis.facts import ChainFacts
from graph.domain.diagnosis.rules import NodeDiagnosis
from graph.ledger.listing import ListedProject


@dataclass(frozen=True)
class ListRow:
    """Texts of a row; its first cell leads to the record ``kind`` with this ``code``."""

    kind: str
    code: str
    cells: tuple[str, ...]


@dataclass(frozen=True)
class Material:
    """What the lists are written from."""

    facts: ChainFacts
    nodes: Sequence[NodeDiagnosis]
    made: dict[str, list[NodeDiagnosis]]
    projects: Sequence[ListedProject]
    partners: frozenset[str]
    credit: Sequence[tuple[str, CreditKind, str]]
