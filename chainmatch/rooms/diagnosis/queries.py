"""What the pages of the diagnosis room show."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from chainmatch.map_day import end_of
from chainmatch.rooms.diagnosis.nine_lists import NineList, nine_lists
from chainmatch.web import Page
from chainmatch.wording.city import find_city
from graph.analysis.chain_picture import STAGES
from graph.domain.chain_summary import LinkedNode
from graph.domain.diagnosis.facts import ChainFacts, Firm, Purchase
from graph.domain.diagnosis.figures import Asked, Figure, Rows, figures
from graph.domain.diagnosis.rules import NodeDiagnosis, Strength, diagnose
from graph.domain.recommendation import Place
from graph.errors import NotFound
from graph.recommend.gap_filling import Filler, Tier, find_fillers
from graph.store import Store
from graph.store.map import chain_facts, chain_firms, chain_nodes, chains
from graph.store.map.choices import Choice, list_region_choices
from graph.store.merging import count_merges_since

ROWS = 50
WHOLE_MAP = "all"
"""What an address says instead of a region to see the whole map as local."""


@dataclass(frozen=True)
class Subject:
    """What is diagnosed: a chain, or what stands around a node; seen from a region, on a day."""

    chain: str
    node: str
    region: str
    at: date

    @property
    def address(self) -> dict[str, str]:
        """Return the query of an address that asks for the same."""
        told = {"chain": self.chain} if self.chain else {"node": self.node}
        return told | {"region": self.region or WHOLE_MAP, "at": self.at.isoformat()}


@dataclass(frozen=True)
class Diagnosis:
    """A subject with its figures and nodes; ``place`` is the region, None for the whole map.

    ``merged`` counts enterprises that were merged into others after the day it is of.
    """

    subject: Subject
    name: Place
    steward: str
    place: Choice | None
    facts: ChainFacts
    nodes: tuple[NodeDiagnosis, ...]
    figures: dict[Asked, Figure]
    merged: int

    @property
    def by_stage(self) -> dict[str, list[NodeDiagnosis]]:
        """The nodes under their stages, upstream first."""
        return {
            stage: [each for each in self.nodes if each.node.stage == stage]
            for stage in STAGES
            if any(each.node.stage == stage for each in self.nodes)
        }

    @property
    def by_strength(self) -> dict[Strength, list[NodeDiagnosis]]:
        """The nodes in each class."""
        return {
            strength: [each for each in self.nodes if each.strength == strength]
            for strength in Strength
        }

    @property
    def unplaced(self) -> int:
        """How many makers are neither local nor outside, since nobody says where they stand."""
        return len({code for each in self.nodes for code in each.unknown})

    def firms(self, codes: Iterable[str]) -> list[Firm]:
        """Return enterprises in this order."""
        return [self.facts.firms[code] for code in codes]

    def find(self, code: str) -> NodeDiagnosis:
        """Return one node. Raises NotFound."""
        for each in self.nodes:
            if each.node.code == code:
                return each
        raise NotFound("没有编码为 %(code)s 的链节点。", code=code)


@dataclass(frozen=True)
class FigureRows:
    """The rows behind a figure: of the three lists the one that the figure is about is filled."""

    figure: Figure
    page: Page
    nodes: Sequence[NodeDiagnosis] = ()
    firms: Sequence[Firm] = ()
    trades: Sequence[Purchase] = ()


def choose_region(store: Store, asked: str) -> str:
    """Return the region to see the map from: the city, or all where nobody stands in it."""
    if asked == WHOLE_MAP:
        return ""
    known = list_region_choices(store)
    if asked:
        if any(each.code == asked for each in known):
            return asked
        raise NotFound("没有代码为 %(code)s 的地区。", code=asked)
    city = find_city(store).name
    home = next((each.code for each in known if each.name == city), "")
    return home if home and chain_firms.has_enterprises(store, home) else ""


def show_diagnosis(store: Store, subject: Subject) -> Diagnosis:
    """Diagnose a chain or what stands around a node. Raises NotFound."""
    if subject.chain:
        chain = chains.find_chain(store, subject.chain)
        if chain is None:
            raise NotFound("没有编码为 %(code)s 的产业链。", code=subject.chain)
        name, steward = Place(chain.code, chain.name, chain.name_en), chain.steward
        facts = chain_facts.read_chain(store, chain.code, at=subject.at, region=subject.region)
    else:
        name, steward = find_place(store, subject.node), ""
        facts = chain_facts.read_around(store, name.code, at=subject.at, region=subject.region)
    nodes = diagnose(facts)
    places = {each.code: each for each in list_region_choices(store)}
    return Diagnosis(
        subject,
        name,
        steward,
        places.get(subject.region),
        facts,
        nodes,
        figures(facts, nodes),
        count_merges_since(store, end_of(subject.at)),
    )


def find_place(store: Store, code: str) -> Place:
    """Return a chain node with its names. Raises NotFound."""
    node = chain_nodes.find_node(store, code)
    if node is None:
        raise NotFound("没有编码为 %(code)s 的链节点。", code=code)
    return Place(node.code, node.name, node.name_en)


def list_nine(store: Store, shown: Diagnosis) -> tuple[NineList, ...]:
    """Write the nine lists of a diagnosis."""
    return nine_lists(store, shown.facts, shown.nodes, at=shown.subject.at, region=shown.place)


def show_rows(shown: Diagnosis, asked: Asked, *, among: bool, number: int) -> FigureRows:
    """Return a page of the rows behind a figure's numerator, or its denominator."""
    figure = shown.figures[asked]
    page = Page(number, ROWS, figure.denominator if among else figure.numerator)
    part = slice(page.offset, page.offset + ROWS)
    if figure.rows == Rows.TRADES:
        trades = figure.all_trades if among else figure.trades
        return FigureRows(figure, page, trades=trades[part])
    codes = (figure.among if among else figure.counted)[part]
    if figure.rows == Rows.NODES:
        return FigureRows(figure, page, nodes=[shown.find(code) for code in codes])
    return FigureRows(figure, page, firms=shown.firms(codes))


def list_substitutes(store: Store, code: str) -> list[LinkedNode]:
    """List the nodes whose names are near."""
    return chain_nodes.list_near(store, code)[: chain_nodes.MOST]


def list_fillers(store: Store, subject: Subject, node: Place) -> dict[Tier, tuple[Filler, ...]]:
    """List who could fill a gap, by where they stand."""
    return find_fillers(store, node, region=subject.region, at=subject.at)
