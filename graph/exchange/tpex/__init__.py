"""The Taipei Exchange's industry-chain platform: chains, their layers, segments and companies.

``industries[] → layers[] → segments[] → subs[] → companies[]``. A layer's name, 上游 · 石灰石, is
its stage, then a title. How layers feed one another is told in docs/sources.md.
"""

import json
from pathlib import Path
from typing import Any

from graph.domain.sources import TPEX
from graph.errors import BadInput
from graph.exchange.datasets import Source, find_file, is_date
from graph.exchange.records import MapRecords
from graph.exchange.tpex.chains import Chains
from graph.exchange.tpex.companies import Companies
from graph.exchange.tpex.tree import Branch

FILE = "chains.json"


def read_tpex(path: Path, as_of: str = "") -> MapRecords:
    """Read ``chains.json`` or its folder; ``as_of`` is the day it was updated unless given.

    Raises BadInput where the file is missing, is no such JSON, or holds nothing that can be used.
    """
    records = MapRecords(TPEX)
    source = Source(find_file(path, FILE), records)
    whole = _load(source)
    as_of = as_of or str(whole.get("updated"))[:10]
    if not is_date(as_of):
        raise BadInput(
            "文件 %(file)s 没有写明更新日期，不知道数据是哪一天的。请在导入时写明数据日期。",
            file=str(source.path),
        )
    companies = Companies(source, as_of)
    chains = Chains(source, companies, as_of)
    for industry in Branch(source, "", whole).children("industries"):
        chains.read(industry)
    companies.finish()
    if not records.chains:
        raise _unusable(source)
    return records


def _load(source: Source) -> dict[str, Any]:
    try:
        whole = json.loads("".join(source.lines()))
    except ValueError as error:
        raise _unusable(source) from error
    if not isinstance(whole, dict) or not isinstance(whole.get("industries"), list):
        raise _unusable(source)
    return whole


def _unusable(source: Source) -> BadInput:
    return BadInput(
        "文件 %(file)s 不是完整的产业链 JSON，没有导入任何内容。请确认是原来的数据文件。",
        file=str(source.path),
    )
