"""How two product names differ: one thing and its kind, or two things that share a word."""

import re
from functools import lru_cache

from graph.naming.generic import is_generic
from graph.naming.normal import match_key

CACHED_PAIRS = 200_000
_TOOL = re.compile(
    "(?:设备|机械|装备|装置|仪器|系统|解决方案|工程|施工|勘探|附件|配件|部件|零件|组件|[机器车仪阀])$"
)


@lru_cache(maxsize=CACHED_PAIRS)
def are_siblings(first: str, second: str) -> bool:
    """Tell whether each name says something that the other does not: 碘化钾 and 氯化钾.

    铝型材 and 型材 are a thing and its kind, 铝型材 and 铝型材销售 one thing.
    """
    ours, theirs = match_key(first), match_key(second)
    return _says_more(ours, theirs) and _says_more(theirs, ours)


@lru_cache(maxsize=CACHED_PAIRS)
def own_characters(narrower: str, broader: str) -> frozenset[str]:
    """Return what tells a kind from the product it is a kind of: 含, 铝 of 含铝炸药 and 炸药.

    Empty where the first is no narrower kind of the second.
    """
    ours, theirs = match_key(narrower), match_key(broader)
    if ours == theirs or not set(theirs) < set(ours):
        return frozenset()
    return frozenset(each for each in ours if each not in theirs and not is_generic(each))


@lru_cache(maxsize=CACHED_PAIRS)
def is_tool_for(name: str, thing: str) -> bool:
    """Tell whether a name says first a thing and then a tool or part for it: 断路器附件, 沥青车."""
    tool, whole = match_key(name), match_key(thing)
    return tool.startswith(whole) and _TOOL.search(tool[len(whole) :]) is not None


@lru_cache(maxsize=CACHED_PAIRS)
def share_one_character(first: str, second: str) -> bool:
    """Tell whether just one character is common to two longer names: 抗抑郁药 and 山药."""
    ours, theirs = set(match_key(first)), set(match_key(second))
    return len(ours & theirs) == 1 and min(len(ours), len(theirs)) > 1


def _says_more(name: str, other: str) -> bool:
    rest = "".join(each for each in name if each not in other)
    return bool(rest) and not is_generic(rest)
