"""Products of the ChainKnowledgeGraph: who makes them, of what materials, and their kinds."""

from collections.abc import Mapping
from typing import Any

from graph.domain.accounting import is_balancing_row
from graph.domain.chain import NodeKind
from graph.domain.codes import make_code
from graph.domain.sources import CKG
from graph.exchange.ckg.companies import Companies
from graph.exchange.datasets import Source, repeats
from graph.exchange.facts import Facts
from graph.messages import message
from graph.schema import KIND_OF, MAKES, SUPPLIES

MADE_OF, GOES_INTO, HAS_KIND = "上游材料", "下游产品", "产品小类"
LINKS = {MADE_OF: SUPPLIES, GOES_INTO: SUPPLIES, HAS_KIND: KIND_OF}

BALANCING = message("会计平衡行，不是产品")
SELF = message("产品与自己的关系")
STRANGE = message("不认识的关系")
NEGATIVE = message("占比小于 0：产品已导入，没有记占比")
OVER_ONE = message("占比大于 1：产品已导入，占比记为 1")
NO_NUMBER = message("占比不是数字：产品已导入，没有记占比")


class Products:
    """The products met so far, in any file, by name."""

    def __init__(self, companies: Companies) -> None:
        self._companies = companies
        self._rows: dict[str, int] = {}
        self._facts = Facts()

    def read(self, source: Source) -> None:
        """Read the list of products."""
        for number, row in source.json_lines(("name",)):
            name = row["name"]
            if is_balancing_row(name):
                source.reject(number, "name", name, BALANCING)
            elif name in self._rows:
                source.reject(number, "name", name, repeats(self._rows[name]))
            else:
                self._code(source, number, name)

    def read_makers(self, source: Source, evidence: Mapping[str, Any]) -> None:
        """Read who makes what, with the product's share of the company's revenue."""
        for number, row in source.json_lines(("company_code", "product_name")):
            name = row["product_name"]
            if is_balancing_row(name):
                source.reject(number, "product_name", name, BALANCING)
                continue
            company = self._companies.code(source, number, row)
            product = self._code(source, number, name) if company else ""
            if product and self._facts.claim(source, number, MAKES, company, product):
                told = {**evidence, "share": _share(source, number, row.get("rel_weight"))}
                self._facts.keep(source, number, MAKES, company, product, told)

    def read_links(self, source: Source, evidence: Mapping[str, Any]) -> None:
        """Read what is made of what, and what is a kind of what."""
        for number, row in source.json_lines(("from_entity", "rel", "to_entity")):
            first, rel, second = row["from_entity"], row["rel"], row["to_entity"]
            balancing = next(filter(is_balancing_row, (first, second)), "")
            if rel not in LINKS:
                source.reject(number, "rel", rel, STRANGE)
            elif first == second:
                source.reject(number, "to_entity", second, SELF)
            elif balancing:
                source.reject(number, "", balancing, BALANCING)
            else:
                # A product is made of a material, and has narrower kinds: both turn round.
                start, end = (first, second) if rel == GOES_INTO else (second, first)
                ends = self._code(source, number, start), self._code(source, number, end)
                self._facts.add(source, number, LINKS[rel], *ends, evidence)

    def _code(self, source: Source, number: int, name: str) -> str:
        """Return the node of a product; one not met before is made."""
        code = make_code(CKG, name)
        if name not in self._rows:
            self._rows[name] = number
            values = {"code": code, "name": name, "kind": NodeKind.PRODUCT.value, "source": CKG}
            source.records.nodes.append(source.record(number, values))
        return code


def _share(source: Source, number: int, told: Any) -> float | None:
    """Return a share from 0 to 1, and say where another figure stood."""
    if isinstance(told, bool) or not isinstance(told, int | float):
        source.reject(number, "rel_weight", told, NO_NUMBER)
        return None
    if told < 0:
        source.reject(number, "rel_weight", told, NEGATIVE)
        return None
    if told > 1:
        source.reject(number, "rel_weight", told, OVER_ONE)
    return min(1.0, told)
