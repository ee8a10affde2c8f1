"""Companies of the ChainKnowledgeGraph: one enterprise for each securities code."""

import re
from typing import Any

from graph.domain.codes import make_code
from graph.domain.enterprise import EnterpriseKind
from graph.domain.sources import CKG
from graph.errors import BadInput
from graph.exchange.datasets import Source, is_date, repeats
from graph.messages import message

BAD_CODE = message("不是六位的证券代码")
_CODE = re.compile(r"(\d{6})(\.(SH|SZ|BJ))?", re.I | re.A)


class Companies:
    """The companies met so far, in any file, by their bare six digits."""

    def __init__(self, source: Source) -> None:
        self._path = source.path
        self._newest = ""
        self._records = source.records
        self._rows: dict[str, tuple[int, str]] = {}
        for number, row in source.json_lines(("name", "fullname", "code")):
            self._read(source, number, row)

    @property
    def newest(self) -> str:
        """The newest listing date. Raises BadInput where there is none."""
        if self._newest:
            return self._newest
        raise BadInput(
            "文件 %(file)s 里没有一个上市日期，不知道数据是哪一天的。请在导入时写明数据日期。",
            file=str(self._path),
        )

    def _read(self, source: Source, number: int, row: dict[str, Any]) -> None:
        digits = _bare(row["code"])
        if not digits:
            source.reject(number, "code", row["code"], BAD_CODE)
            return
        # One row of the data set has the exchange and the date the wrong way round.
        told = [str(row.get(field)) for field in ("location", "time")]
        self._newest = max([self._newest, *filter(is_date, told)])
        first = self._rows.setdefault(digits, (number, row["fullname"]))
        if first[0] != number:
            _reject_second(source, number, row, first)
            return
        markets = [each for each in told if "交易所" in each]
        self._add(source, number, digits, row["fullname"], row["name"], *markets[:1])

    def code(self, source: Source, number: int, row: dict[str, Any]) -> str:
        """Return the enterprise of a row in another file; one not met before is made with its name.

        An empty text, and a reject, where the row has no code that can be used.
        """
        digits = _bare(row["company_code"])
        if not digits:
            source.reject(number, "company_code", row["company_code"], BAD_CODE)
            return ""
        if digits not in self._rows:
            name = row.get("company_name")
            known_as = name.strip() if isinstance(name, str) and name.strip() else digits
            self._rows[digits] = (number, known_as)
            self._add(source, number, digits, known_as, known_as)
        return make_code("stock", digits)

    def _add(
        self,
        source: Source,
        number: int,
        digits: str,
        name: str,
        short_name: str,
        market: str = "",
    ) -> None:
        values = {
            "code": make_code("stock", digits),
            "name": name,
            "short_name": short_name,
            "kind": EnterpriseKind.COMPANY.value,
            "market": market,
            "source": CKG,
        }
        self._records.enterprises.append(source.record(number, values))


def _bare(code: Any) -> str:
    found = _CODE.fullmatch(code.strip()) if isinstance(code, str) else None
    return found.group(1) if found else ""


def _reject_second(
    source: Source, number: int, row: dict[str, Any], first: tuple[int, str]
) -> None:
    if row["fullname"] == first[1]:
        source.reject(number, "code", row["code"], repeats(first[0]))
        return
    reason = message(
        "证券代码已在第 %(row)s 行，那里的全称是“%(name)s”", row=first[0], name=first[1]
    )
    source.reject(number, "fullname", row["fullname"], reason)
