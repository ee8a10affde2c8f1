"""The gdes trade links: which firm supplied which, half-year by half-year.

Firms are pseudonyms (``F00023``); a link holds from the first half-year it was seen and stays open,
for not being seen again does not say that it ended.
"""

from collections.abc import Iterator
from pathlib import Path

from graph.domain.codes import make_code
from graph.domain.enterprise import EnterpriseKind
from graph.domain.evidence import Evidence
from graph.domain.sources import GDES
from graph.errors import BadInput
from graph.exchange.datasets import Source, clean, find_file, is_date
from graph.exchange.facts import Facts
from graph.exchange.records import MapRecords
from graph.messages import message
from graph.schema import TRADES_WITH

FILE = "trades.tsv"
HEADER = ["supplier", "customer", "first_seen", "last_seen", "snapshots"]
CONFIDENCE = 0.8
"""Pairs are taken from disclosures by a program; nobody checked them one by one."""
MISSING = message("必填，不能空着")
SELF = message("供应方和采购方不能是同一家企业")
NO_DATE = message("不是日期，应写成 2022-12-31")
TURNED = message("最近日期早于首次日期")
NO_NUMBER = message("应是不小于 0 的整数")


def read_gdes(path: Path, as_of: str = "") -> MapRecords:
    """Read ``trades.tsv`` or its folder; a link's date is the last half-year seen unless given.

    Raises BadInput where the file is missing, has another header or nothing below it.
    """
    records = MapRecords(GDES)
    source = Source(find_file(path, FILE), records)
    facts = Facts()
    firms: dict[str, int] = {}
    for number, line in enumerate(_lines(source), 2):
        cells = [clean(cell) for cell in line.rstrip("\r\n").split("\t")]
        if not _is_right(source, number, cells):
            continue
        supplier, customer, first_seen, last_seen, snapshots = cells
        for firm in (supplier, customer):
            if firms.setdefault(firm, number) == number:
                _add_firm(source, number, firm)
        ends = make_code(GDES, supplier), make_code(GDES, customer)
        seen = {"first_seen": first_seen, "last_seen": last_seen, "times": int(snapshots)}
        evidence = Evidence(GDES, as_of or last_seen, CONFIDENCE, valid_from=first_seen)
        facts.add(source, number, TRADES_WITH, *ends, evidence.properties() | seen)
    if not facts:
        raise BadInput(
            "文件 %(file)s 里没有一行能用，没有导入任何内容。请确认是原来的数据文件。",
            file=str(source.path),
        )
    return records


def _lines(source: Source) -> Iterator[str]:
    lines = source.lines()
    header = next(lines, "").rstrip("\r\n").split("\t")
    if header != HEADER:
        raise BadInput(
            "文件 %(file)s 的第一行应是 %(header)s（以制表符分隔），没有导入任何内容。",
            file=str(source.path),
            header=" ".join(HEADER),
        )
    return lines


def _is_right(source: Source, number: int, cells: list[str]) -> bool:
    """Tell whether a row can be used; reject it otherwise."""
    if len(cells) != len(HEADER):
        reason = message("应有 %(expected)s 列，这里有 %(count)s 列", expected=5, count=len(cells))
        source.reject(number, "", "\t".join(cells), reason)
        return False
    supplier, customer, first_seen, last_seen, snapshots = cells
    for field, value, is_bad, reason in (
        ("supplier", supplier, not supplier, MISSING),
        ("customer", customer, not customer, MISSING),
        ("customer", customer, customer == supplier, SELF),
        ("first_seen", first_seen, not is_date(first_seen), NO_DATE),
        ("last_seen", last_seen, not is_date(last_seen), NO_DATE),
        ("last_seen", last_seen, last_seen < first_seen, TURNED),
        ("snapshots", snapshots, not _is_whole(snapshots), NO_NUMBER),
    ):
        if is_bad:
            source.reject(number, field, value, reason)
            return False
    return True


def _is_whole(text: str) -> bool:
    return text.isascii() and text.isdigit() and len(text) <= 9


def _add_firm(source: Source, number: int, firm: str) -> None:
    kind = EnterpriseKind.COMPANY.value
    values = {"code": make_code(GDES, firm), "name": firm, "kind": kind, "source": GDES}
    source.records.enterprises.append(source.record(number, values))
