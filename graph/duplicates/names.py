"""How much two names of enterprises say the same: legal form, place and line of business apart."""

import re
from collections.abc import Container
from dataclasses import dataclass
from functools import lru_cache

from rapidfuzz import fuzz
from rapidfuzz.distance import Levenshtein

from graph.domain.duplicates import Clue, Likeness
from graph.naming import company_key, simplify
from graph.naming.generic import is_generic
from graph.naming.pinyin import full_pinyin, has_chinese

SHORTEST = 2
"""Characters that are left of a name for it to be compared by them."""
NEAREST = 55
"""The best score of names that differ in something that names use to tell firms apart."""
LATIN = 70
"""Letters that slipped in a Latin name: likely one firm where something else agrees too."""
LEAST_RATIO = 84.0

_MARKS = re.compile(r"[\W_]+")
_BRACKET = re.compile(r"[(（\[【]([^()（）\[\]【】]*)[)）\]】]")
_PROVINCES = (
    "北京|天津|上海|重庆|河北|山西|辽宁|吉林|黑龙江|江苏|浙江|安徽|福建|江西|山东|河南|湖北|湖南|广东|海南"
    "|四川|贵州|云南|陕西|甘肃|青海|台湾|内蒙古|广西|西藏|宁夏|新疆|香港|澳门"
)
_CITIES = (
    "长沙|株洲|湘潭|衡阳|邵阳|岳阳|常德|张家界|益阳|郴州|永州|怀化|娄底|浏阳|宁乡|醴陵|武汉|广州|深圳|珠海|佛山"
    "|东莞|中山|惠州|汕头|杭州|宁波|温州|嘉兴|绍兴|台州|南京|苏州|无锡|常州|南通|扬州|徐州|镇江|合肥|芜湖|福州"
    "|厦门|泉州|南昌|济南|青岛|烟台|潍坊|淄博|郑州|洛阳|石家庄|唐山|保定|太原|沈阳|大连|长春|哈尔滨|成都|绵阳"
    "|贵阳|昆明|西安|兰州|西宁|银川|乌鲁木齐|呼和浩特|南宁|柳州|海口|拉萨|台北|新竹|桃园|台中|台南|高雄"
)
_PLACE = re.compile(f"(?:中国|{_PROVINCES}|{_CITIES})(?:省|市|自治区|特别行政区)?")
_GROUP = re.compile("集团|控股")
_BUSINESS = re.compile(
    "^(?:科技|技术|实业|工业|发展|集团|控股|产业|制造|国际|企业|工程|高新|高科|有限|股份|公司|责任|省|市|县|区|新)+$"
)


@dataclass(frozen=True)
class Name:
    """One name taken apart. ``core`` lacks the legal form, ``rest`` the places as well."""

    full: str
    core: str
    rest: str
    places: frozenset[str]
    branch: str
    is_group: bool


@lru_cache(maxsize=200_000)
def take_apart(name: str) -> Name:
    """Take a name apart."""
    simple = simplify(name)
    full = _MARKS.sub("", simple)
    core = _MARKS.sub("", company_key(name))
    rest = _PLACE.sub("", core)
    bracket = _BRACKET.search(simple)
    return Name(
        full,
        core,
        rest if len(rest) >= SHORTEST else core,
        frozenset(found.rstrip("省市") for found in _PLACE.findall(simple)),
        bracket[1] if bracket else "",
        _GROUP.search(simple) is not None,
    )


def compare_names(one: Name, other: Name, common: Container[str] = ()) -> Likeness:
    """Score how alike two names are, 0 to 100; ``common`` are rests that tell no firm apart."""
    score, clue = _alike(one, other)
    if clue is not Clue.SAME_NAME and (one.rest in common or is_generic(one.rest)):
        score = min(score, NEAREST)
    clues, against = [clue], 0
    if clue is not Clue.SAME_NAME:
        if one.places and other.places and not one.places & other.places:
            against += 30
            clues.append(Clue.OTHER_PLACE)
        elif clue is Clue.NEAR_NAME and one.places != other.places:
            against += 10
        if one.is_group != other.is_group and one.full != other.full:
            against += 22
            clues.append(Clue.OTHER_FORM)
    return Likeness(max(score - against, 0), tuple(clues))


def _alike(one: Name, other: Name) -> tuple[int, Clue]:
    if one.full == other.full:
        return 100, Clue.SAME_NAME
    if one.core == other.core:
        same_branch = one.branch == other.branch or not (one.branch and other.branch)
        return (94 if same_branch else 60), Clue.SAME_CORE
    if one.rest == other.rest:
        return (84 if len(one.rest) > SHORTEST else 64), Clue.SAME_REST
    return _near(one, other)


def _near(one: Name, other: Name) -> tuple[int, Clue]:
    """Compare names that differ within: a typing slip and an added line of business are little."""
    if full_pinyin(one.rest) == full_pinyin(other.rest) and has_chinese(one.rest):
        return 80, Clue.SAME_SOUND
    ratio = fuzz.ratio(one.rest, other.rest)
    if ratio >= LATIN and not has_chinese(one.rest + other.rest):
        return LATIN, Clue.NEAR_NAME
    if ratio < LEAST_RATIO and not _contains(one.rest, other.rest):
        return min(int(ratio), NEAREST), Clue.NEAR_NAME
    added, swapped = _differences(one.rest, other.rest)
    tells = min(len(one.rest), len(other.rest)) > SHORTEST
    if tells and not swapped and all(_BUSINESS.match(each) for each in added):
        return 80, Clue.NEAR_NAME
    return NEAREST, Clue.NEAR_NAME


def _contains(one: str, other: str) -> bool:
    short, long = sorted((one, other), key=len)
    return len(short) >= SHORTEST and long.startswith(short)


def _differences(one: str, other: str) -> tuple[list[str], list[tuple[str, str]]]:
    """Return what only one of the texts has, and what stands in place of what."""
    added, swapped = [], []
    for step in Levenshtein.opcodes(one, other):
        mine, theirs = one[step.src_start : step.src_end], other[step.dest_start : step.dest_end]
        if step.tag == "replace":
            swapped.append((mine, theirs))
        elif step.tag != "equal":
            added.append(mine or theirs)
    return added, swapped
