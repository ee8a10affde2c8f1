"""Industries of the ChainKnowledgeGraph: their tree, their companies, what feeds them."""

from collections.abc import Mapping
from typing import Any

from graph.domain.chain import NodeKind
from graph.domain.codes import make_code
from graph.domain.evidence import Evidence
from graph.domain.sources import CKG_INDUSTRY
from graph.exchange.ckg.companies import Companies
from graph.exchange.datasets import Source
from graph.exchange.facts import Facts
from graph.messages import message
from graph.schema import BELONGS_TO, KIND_OF, SUPPLIES

UNKNOWN_NAME = message("行业表里没有这个名称")
BAD_WEIGHT = message("不是大于 0 的数")
SELF = message("上级行业不能是自己")


class Industries:
    """The industries met so far, with the links of each file added to the records."""

    def __init__(self, companies: Companies, evidence: Evidence) -> None:
        self._companies = companies
        self._sure = evidence.properties()
        self._names: dict[str, str] = {}
        self._codes: dict[str, str] = {}
        self._facts = Facts()

    def read(self, source: Source) -> None:
        """Read the list of industries."""
        for number, row in source.json_lines(("code", "name")):
            if row["code"] in self._names:
                source.reject(number, "code", row["code"], message("行业代码已经出现过"))
            else:
                self._add(source, number, row["code"], row["name"])

    def read_members(self, source: Source) -> None:
        """Read which company belongs to which industry; unlisted industries are made."""
        texts = ("company_code", "industry_code", "industry_name")
        for number, row in source.json_lines(texts):
            company = self._companies.code(source, number, row)
            if not company:
                continue
            industry = self._known(source, number, row["industry_code"], row["industry_name"])
            self._facts.add(source, number, BELONGS_TO, company, industry, self._sure)

    def read_tree(self, source: Source) -> None:
        """Read which industry is part of which; unlisted industries are made."""
        texts = ("from_code", "from_industry", "to_code", "to_industry")
        for number, row in source.json_lines(texts):
            if row["from_code"] == row["to_code"]:
                source.reject(number, "to_code", row["to_code"], SELF)
                continue
            part = self._known(source, number, row["from_code"], row["from_industry"])
            whole = self._known(source, number, row["to_code"], row["to_industry"])
            self._facts.add(source, number, KIND_OF, part, whole, self._sure)

    def read_inputs(self, source: Source, evidence: Mapping[str, Any]) -> None:
        """Read which industries feed each industry, with a weight of whole numbers from 1."""
        for number, row in source.json_lines(("industry",)):
            fed = self._codes.get(row["industry"])
            if fed is None:
                source.reject(number, "industry", row["industry"], UNKNOWN_NAME)
            elif not isinstance(row.get("ups"), dict):
                source.reject(number, "ups", row.get("ups"), message("不是一组行业和权重"))
            else:
                for name, weight in row["ups"].items():
                    self._read_input(source, number, fed, name, weight, evidence)

    def _read_input(
        self,
        source: Source,
        number: int,
        fed: str,
        name: str,
        weight: Any,
        evidence: Mapping[str, Any],
    ) -> None:
        feeding = self._codes.get(name)
        if feeding is None:
            source.reject(number, "ups", name, UNKNOWN_NAME)
        elif feeding == fed:
            source.reject(number, "ups", name, message("行业不能供应自己"))
        elif isinstance(weight, bool) or not isinstance(weight, int | float) or weight <= 0:
            source.reject(number, "ups", f"{name}: {weight}", BAD_WEIGHT)
        else:
            self._facts.add(source, number, SUPPLIES, feeding, fed, {**evidence, "weight": weight})

    def _known(self, source: Source, number: int, code: str, name: str) -> str:
        if code not in self._names:
            self._add(source, number, code, name)
        return make_code(CKG_INDUSTRY, code)

    def _add(self, source: Source, number: int, code: str, name: str) -> None:
        node = make_code(CKG_INDUSTRY, code)
        self._names[code] = name
        self._codes.setdefault(name, node)
        values = {
            "code": node,
            "name": name,
            "kind": NodeKind.INDUSTRY.value,
            "source": CKG_INDUSTRY,
        }
        source.records.nodes.append(source.record(number, values))
