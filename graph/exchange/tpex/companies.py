"""Companies of the industry-chain platform: by stock code, by name where there is none."""

from collections import Counter
from dataclasses import dataclass, field

from graph.domain.codes import make_code
from graph.domain.enterprise import EnterpriseKind
from graph.domain.evidence import Evidence
from graph.domain.sources import TPEX
from graph.exchange.datasets import Source
from graph.exchange.facts import Facts
from graph.exchange.tpex.tree import Branch
from graph.schema import MAKES

CONFIDENCE = 0.8
"""A company stands at a segment; the list does not say that it makes all of what it names."""


@dataclass
class _Company:
    name: str
    place: str
    markets: Counter[str] = field(default_factory=Counter)
    website: str = ""


class Companies:
    """Gathers each company from all the segments it stands at."""

    def __init__(self, source: Source, as_of: str) -> None:
        self._source = source
        self._evidence = Evidence(TPEX, as_of, CONFIDENCE).properties()
        self._facts = Facts()
        self._companies: dict[str, _Company] = {}

    def read(self, at: Branch, node: str) -> None:
        """Read the companies listed at a node."""
        for branch in at.children("companies"):
            name = branch.required("n")
            if name:
                self._add(branch, name, node)

    def finish(self) -> None:
        """Add the companies to the records; of several markets, the one named most often counts."""
        for code, company in self._companies.items():
            values = {
                "code": code,
                "name": company.name,
                "kind": EnterpriseKind.COMPANY.value,
                "market": next((market for market, _ in company.markets.most_common(1)), ""),
                "website": company.website,
                "source": TPEX,
            }
            self._source.records.enterprises.append(self._source.record(company.place, values))

    def _add(self, branch: Branch, name: str, node: str) -> None:
        stock, market, domain = (branch.text(field) for field in ("c", "m", "d"))
        code = make_code(TPEX, stock) if stock else make_code("name", name)
        company = self._companies.setdefault(code, _Company(name, branch.place))
        if market:
            company.markets[market] += 1
        if domain and not company.website:
            company.website = f"https://{domain}"
        place = branch.named(name).place
        self._facts.add(self._source, place, MAKES, code, node, self._evidence)
