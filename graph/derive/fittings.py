"""Parts and tools named after what they are for: ``ChainNode-[:FITS]->ChainNode``.

A Chinese compound says first what for and last what it is: 锂电池隔膜 is a 隔膜 for 锂电池,
汽车用活塞 a 活塞 for 汽车, 港口机械 the tools of the trade 港口. Recipes of such things are seldom
written down, their makers' products are. Taken are names of which both halves are known on the map:
the first as a thing that firms make (or an industry), the last as a part that goes into products
(or a tool).
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import product

from graph.domain.clock import date_text, now
from graph.domain.fitting import Fitting, NamedIndustry, NamedNode
from graph.domain.progress import Progress, silent
from graph.messages import message
from graph.naming.generic import is_telling
from graph.store import Store
from graph.store.map import fittings as records

SHORTEST = 2
MOST_USES_MORE = 3
"""A name with so many more uses than materials is a substance: 不锈钢管 is made *of* 不锈钢."""
LEAST_MAKERS = 2
LEAST_ENDINGS = 3
"""So many names end in a word for a thing; 户外 or 民用 only ever stand in front."""
LEAST_USES = 5
"""So many uses have the names that end in a word for a part, added up."""
MOST_OF_ONE_NAME = 4
LEAST_SCORE = 0.5
STEPS = 2
FIELDS = frozenset(
    (
        *("传输", "动力", "电子", "生物", "文化", "能源", "金融"),
        *("健康", "安全", "测试", "通信", "物流", "环保", "节能", "服饰"),
    )
)
"""Fields of business that recipes name as if they were parts."""
ADJECTIVES = frozenset({"动力", "环保", "节能", "健康", "安全", "新能源"})
"""What a thing is like, not what it is for."""
_JOINED = re.compile("[及和与或等、/]")
_FOR = re.compile("^(?:专用|用|级|型|类)")
_USED_FOR = re.compile("专?用")
_OTHER = re.compile("^(?:其他|其它)")
_ACTIVITY = re.compile("(?<=..)(?:制造|生产|加工|开采|运营|经营|服务|运输)$")
_CUT_WORD = re.compile(r"[a-z0-9]\|[a-z0-9]")
_TOOLS = re.compile("(?:设备|机械|装备|装置|仪器|软件|系统|平台|解决方案|信息化|机器人|生产线|机)$")
"""What a trade works with, whatever it makes."""


@dataclass(frozen=True)
class _Names:
    """Names by what the map knows of them; substances are much used and little made of anything."""

    known: frozenset[str]
    made: frozenset[str]
    things: frozenset[str]
    parts: frozenset[str]
    substances: frozenset[str]


def refresh(store: Store, progress: Progress = silent) -> int:
    """Bring the FITS links in line with the map; returns how many changed."""
    note = message("正在从名称找配套关系")
    progress(0, STEPS, note)
    at = date_text(now().date())
    wanted = set(find_fittings(records.list_named(store, at=at), records.list_industries(store)))
    progress(1, STEPS, note)
    present = set(records.list_fittings(store))
    gone, new = present - wanted, wanted - present
    records.delete_fittings(store, sorted(gone, key=_by_codes))
    records.save_fittings(store, sorted(new, key=_by_codes))
    progress(STEPS, STEPS, note)
    return len(gone) + len(new)


def find_fittings(
    nodes: Iterable[NamedNode], industries: Iterable[NamedIndustry] = ()
) -> list[Fitting]:
    """List which made nodes are named for which other ones and for which industries, by codes."""
    by_key: dict[str, list[NamedNode]] = defaultdict(list)
    for node in nodes:
        by_key[node.match_key].append(node)
    names = _sorted_out(by_key)
    found = [*_for_products(by_key, names), *_for_industries(by_key, names, list(industries))]
    return sorted(found, key=_by_codes)


def _by_codes(fitting: Fitting) -> tuple[str, str]:
    return fitting.part, fitting.product


def _sorted_out(by_key: Mapping[str, list[NamedNode]]) -> _Names:
    telling = {key for key in by_key if len(key) >= SHORTEST and is_telling(key)}
    makers, uses, own = (
        {key: sum(getattr(node, name) for node in by_key[key]) for key in by_key}
        for name in ("makers", "uses", "materials")
    )
    endings, used = Counter[str](), Counter[str]()
    for key in by_key:
        for start in range(len(key) - 1):
            endings[key[start:]] += start > 0
            used[key[start:]] += uses[key]
    made = {key for key in telling if makers[key]}
    things = {key for key in made if makers[key] >= LEAST_MAKERS}
    return _Names(
        known=frozenset(by_key),
        made=frozenset(made),
        things=frozenset(key for key in things if endings[key] >= LEAST_ENDINGS),
        parts=frozenset(key for key in telling if uses[key] and used[key] >= LEAST_USES),
        substances=frozenset(key for key in telling if uses[key] > own[key] + MOST_USES_MORE),
    )


def _for_products(by_key: Mapping[str, list[NamedNode]], names: _Names) -> Iterator[Fitting]:
    for name in sorted(names.made):
        thing = _beginning(name, names.known)
        score = _part_score(name, thing, names) if thing in names.things else 0.0
        if score:
            for part, whole in product(_made(by_key[name]), _made(by_key[thing])):
                yield Fitting(part.code, whole.code, score)


def _for_industries(
    by_key: Mapping[str, list[NamedNode]], names: _Names, industries: list[NamedIndustry]
) -> Iterator[Fitting]:
    """Yield what is named for an industry and made by none of its members."""
    by_name: dict[str, list[NamedIndustry]] = defaultdict(list)
    for industry in industries:
        for name in _names_of(industry):
            by_name[name].append(industry)
    known = names.known | by_name.keys()
    for name in sorted(names.made):
        thing = _beginning(name, known)
        score = _part_score(name, thing, names) or _tool_score(name, thing)
        if score and thing in by_name:
            for part, industry in product(_made(by_key[name]), by_name[thing]):
                if part.code not in industry.made:
                    yield Fitting(part.code, industry.code, score)


def _names_of(industry: NamedIndustry) -> set[str]:
    """Return what an industry goes by: 水泥 for 水泥制造, 银行 for 农商行 within it."""
    bare = _ACTIVITY.sub("", _OTHER.sub("", industry.match_key))
    wider = {name for name in industry.wider if name[-1:] == bare[-1:] and len(name) < len(bare)}
    return {name for name in {bare, *wider} if len(name) >= SHORTEST and is_telling(name)}


def _beginning(name: str, known: Iterable[str]) -> str:
    """Return the longest known name that another begins with: 商用车 of 商用车齿轮, not 商用."""
    if _JOINED.search(name):
        return ""
    ends = range(len(name) - SHORTEST, SHORTEST - 1, -1)
    thing = next((name[:end] for end in ends if name[:end] in known), "")
    cuts = _CUT_WORD.search(f"{thing[-1:]}|{name[len(thing) : len(thing) + 1]}")
    return "" if cuts else thing


def _part_score(name: str, thing: str, names: _Names) -> float:
    """Return from 0.5 how much of what follows is a known part; 0 where it is none.

    Another kind of the thing is no part of it; after a substance only what says 用 is for it.
    """
    said = name[len(thing) :]
    rest = _FOR.sub("", said)
    part = next((rest[start:] for start in range(len(rest) - 1) if rest[start:] in names.parts), "")
    if not part or part in FIELDS or thing in ADJECTIVES or thing[-SHORTEST:] in rest:
        return 0.0
    if thing in names.substances and not _USED_FOR.match(said):
        return 0.0
    return round(LEAST_SCORE + (1 - LEAST_SCORE) * len(part) / len(rest), 3)


def _tool_score(name: str, thing: str) -> float:
    """Return 0.5 for a tool, 0 for other names and where the trade itself makes tools."""
    if not thing or _TOOLS.search(thing):
        return 0.0
    return LEAST_SCORE if _TOOLS.search(name[len(thing) :]) else 0.0


def _made(nodes: list[NamedNode]) -> list[NamedNode]:
    made = sorted((node for node in nodes if node.makers), key=lambda node: node.code)
    return made[:MOST_OF_ONE_NAME]
