"""Chains of the industry-chain platform: segments as nodes, layers as stages."""

from itertools import pairwise, product

from graph.domain.chain import STAGE_NAMES, NodeKind, Stage
from graph.domain.codes import make_code
from graph.domain.evidence import Evidence
from graph.domain.sources import TPEX, TPEX_ORDER
from graph.exchange.datasets import Source
from graph.exchange.facts import Facts
from graph.exchange.tpex.companies import Companies
from graph.exchange.tpex.tree import Branch
from graph.messages import message
from graph.schema import IN_CHAIN, KIND_OF, SUPPLIES

SURE, ASSUMED = 1.0, 0.3
"""Confidence: where a segment stands is stated; that a layer feeds the next is only likely."""
BOARDS = frozenset({"創櫃公司", "外國上市公司", "外國上櫃公司", "外國興櫃公司"})
"""Sub-segments that name a board of the exchange, not a product."""
SEPARATOR = " · "
LOOSE_ENDS = "/、►及 "
NO_STAGE = message("层名应以上游、中游或下游开头")
NO_NAME = message("环节名称没有含义，改用层名")


class Chains:
    """Adds chain after chain to the records."""

    def __init__(self, source: Source, companies: Companies, as_of: str) -> None:
        self._source = source
        self._companies = companies
        self._stated = Evidence(TPEX, as_of, SURE).properties()
        self._assumed = Evidence(TPEX_ORDER, as_of, ASSUMED).properties()
        self._facts = Facts()

    def read(self, industry: Branch) -> None:
        """Read one chain with all that stands in it."""
        number, name = industry.required("ic"), industry.required("name")
        if not number or not name:
            return
        chain = make_code(TPEX, number)
        values = {"code": chain, "name": name, "published": True, "source": TPEX}
        self._source.records.chains.append(self._source.record(name, values))
        segments: dict[Stage, list[str]] = {stage: [] for stage in Stage}
        taken: set[str] = set()
        for layer in industry.named(name).children("layers"):
            title = layer.required("name")
            stage = STAGE_NAMES.get(title.partition(SEPARATOR)[0])
            if stage is None:
                layer.reject("name", title, NO_STAGE)
                continue
            segments[stage] += _Layer(self, layer.named(title), chain, stage, taken).read(title)
        self._feed([found for found in segments.values() if found])

    def add_node(self, branch: Branch, code: str, name: str, chain: str, values: dict) -> None:
        """Add a node and its place in the chain."""
        row = {"code": code, "name": name, "kind": NodeKind.POSITION.value, "source": TPEX}
        self._source.records.nodes.append(self._source.record(branch.place, row))
        told = self._stated | values
        self._facts.add(self._source, branch.place, IN_CHAIN, code, chain, told)

    def add_kind(self, branch: Branch, narrower: str, broader: str) -> None:
        """Hang a sub-segment under its segment."""
        self._facts.add(self._source, branch.place, KIND_OF, narrower, broader, self._stated)

    def add_companies(self, branch: Branch, node: str) -> None:
        """Read the companies that stand at a node."""
        self._companies.read(branch, node)

    def _feed(self, stages: list[list[str]]) -> None:
        """Let every segment of a stage feed every segment of the next one that the chain has."""
        for above, below in pairwise(stages):
            for start, end in product(above, below):
                self._facts.add(
                    self._source, f"{start} → {end}", SUPPLIES, start, end, self._assumed
                )


class _Layer:
    """One layer of a chain while it is read. ``taken`` holds the codes that the chain uses."""

    def __init__(
        self, chains: Chains, branch: Branch, chain: str, stage: Stage, taken: set[str]
    ) -> None:
        self._chains = chains
        self._branch = branch
        self._chain = chain
        self._stage = stage
        self._taken = taken
        self._position = 0

    def read(self, title: str) -> list[str]:
        """Read the segments; return the codes of their nodes."""
        layer, found = title.partition(SEPARATOR)[2], []
        for segment in self._branch.children("segments"):
            given = segment.required("name")
            if not given:
                continue
            name = given.strip(LOOSE_ENDS)
            if not name:
                segment.reject("name", given, NO_NAME)
                name = layer.strip(LOOSE_ENDS)
            node = self._add(segment.named(given), name, f"{self._chain}/{name}")
            found.append(node)
            self._read_subs(segment.named(given), node)
        return found

    def _read_subs(self, segment: Branch, node: str) -> None:
        for sub in segment.children("subs"):
            name = sub.text("name").strip(LOOSE_ENDS)
            if not name or name in BOARDS:
                self._chains.add_companies(sub, node)
                continue
            place = sub.named(name)
            narrower = self._add(place, name, f"{node}/{name}")
            self._chains.add_kind(place, narrower, node)
            self._chains.add_companies(place, narrower)

    def _add(self, branch: Branch, name: str, code: str) -> str:
        """Add a node; a name that the chain has at another stage gets the stage in its code."""
        if code in self._taken:
            code = f"{code}·{self._stage.value}"
        while code in self._taken:
            code += "·"
        self._taken.add(code)
        self._position += 1
        where = {"stage": self._stage.value, "position": self._position}
        self._chains.add_node(branch, code, name, self._chain, where)
        return code
