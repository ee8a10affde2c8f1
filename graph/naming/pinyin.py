"""How a Chinese name is spelt in Latin letters: whole and by initials."""

import re
from functools import lru_cache

from pypinyin import lazy_pinyin, load_phrases_dict
from pypinyin.seg.mmseg import seg

from graph.naming.normal import CACHED_NAMES, simplify

LONGEST_NAME = 60
"""Characters of a name that are spelt; longer ones are sentences."""

_CHINESE = re.compile("[\u3007\u3400-\u9fff]")
_PARTS = re.compile("[\u3007\u3400-\u9fff]+|[a-z0-9]+")

INDUSTRIAL_READINGS = {
    "冷轧": "leng zha",
    "热轧": "re zha",
    "轧制": "zha zhi",
    "轧机": "zha ji",
    "轧辊": "zha gun",
    "长丝": "chang si",
    "长药": "chang yao",
    "长材": "chang cai",
    "重科": "zhong ke",
    "重装": "zhong zhuang",
    "重机": "zhong ji",
    "重卡": "zhong ka",
    "朝阳": "chao yang",
    "载具": "zai ju",
    "车载": "che zai",
    "调质": "tiao zhi",
    "给料": "ji liao",
    "切削": "qie xiao",
    "人参": "ren shen",
}
"""Words of industry and places that the general dictionary reads otherwise."""

load_phrases_dict(
    {word: [[part] for part in reading.split()] for word, reading in INDUSTRIAL_READINGS.items()}
)


@lru_cache(maxsize=CACHED_NAMES)
def syllables(name: str) -> tuple[str, ...]:
    """Split a name into its readings: ``三一SY重工`` gives san, yi, sy, zhong, gong.

    Latin words and figures stand as they are, in lower case; ü is written v.
    """
    return tuple(reading for part in _parts(name) for reading in _readings(part))


def has_chinese(text: str) -> bool:
    """Tell whether a text holds a Chinese character."""
    return _CHINESE.search(text) is not None


def full_pinyin(name: str) -> str:
    """Spell a name in one word: 三一重工 gives sanyizhonggong; empty without Chinese."""
    return "".join(syllables(name)) if has_chinese(name) else ""


def initials(name: str) -> str:
    """Spell a name by initials: SY75挖掘机 gives sy75wjj; empty without Chinese."""
    if not has_chinese(name):
        return ""
    return "".join(
        "".join(each[0] for each in _readings(part)) if has_chinese(part) else part
        for part in _parts(name)
    )


def _parts(name: str) -> list[str]:
    return _PARTS.findall(simplify(name[:LONGEST_NAME]))


def _readings(part: str) -> tuple[str, ...]:
    if not has_chinese(part):
        return (part,)
    return tuple(reading for word in seg.cut(part) for reading in _word_readings(word))


@lru_cache(maxsize=CACHED_NAMES)
def _word_readings(word: str) -> tuple[str, ...]:
    """Read one word of the dictionary; asking word by word is three times as fast as by name."""
    return tuple(reading for reading in lazy_pinyin(word) if reading.isascii())
