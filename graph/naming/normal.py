"""One spelling of a name for comparing: width, case, script, brackets, units, empty words."""

import re
import unicodedata
from functools import lru_cache

from opencc import OpenCC

CACHED_NAMES = 200_000
SHORTEST_REST = 2
"""What is left of a name after an empty word is taken away tells something from here on."""

_to_simplified = OpenCC("t2s")

_INDUSTRY_LEVEL = re.compile("[Ⅰ-Ⅹ]+$")
_BRACKETS = re.compile(
    r"\([^()]*\)|\[[^\[\]]*\]|\{[^{}]*\}|【[^【】]*】|〔[^〔〕]*〕|《([^《》]*)》"
)
_MARKS = re.compile(r"(?<=\d)([.])(?=\d)|[\W_]+")
_QUANTITY = re.compile(
    r"(?:约?\d+(?:\.\d+)?(?:毫升|千克|公斤|汤匙|茶匙|克|斤|两|钱|升|个|只|片|条|勺|杯|根|粒|kg|ml|g|l)"
    r"|适量|少许|若干)+$"
)
_LEADING = re.compile("^(?:各种|各类|自产|自制|主要)+")
_TRAILING = re.compile(
    "(?:系列产品|系列|相关产品|等产品|产品|业务收入|销售收入|业务|销售业务|销售|生产与销售"
    "|(?:及|和|与)(?:其)?(?:相关)?(?:零)?(?:配件|部件)|及其他|等|类)$"
)
_MACHINERY = re.compile("(?<=..)机械$")

_LISTING_MARK = re.compile(r"^(?:[*]?s?st|n|c|xd|xr|dr)(?=[\u4e00-\u9fff])|-(?:u|w|uw|wd|v)$")
_LEGAL_FORM = re.compile(
    "(?:股份有限责任公司|股份有限公司|有限责任公司|集团有限公司|有限公司|股份公司|集团公司|分公司"
    "|总公司|公司|企业集团|集团|控股|股份|工厂|总厂|厂)$"
)
_ENGLISH_FORM = re.compile(
    r"(?:[\s,.]*\b(?:company|co|corporation|corp|incorporated|inc|limited|ltd|llc|plc|group"
    r"|holdings|holding|gmbh|ag|sa))+[\s.]*$"
)


@lru_cache(maxsize=CACHED_NAMES)
def simplify(text: str) -> str:
    """Return ``text`` in half width, lower case and simplified characters (OpenCC t2s)."""
    folded = unicodedata.normalize("NFKC", text).lower()
    return folded if folded.isascii() else _to_simplified.convert(folded)


@lru_cache(maxsize=CACHED_NAMES)
def match_key(name: str) -> str:
    """Return the key under which two spellings of a product or an industry meet.

    挖掘机械、各类挖掘机系列产品 and 挖掘机（履带式） all give 挖掘机; it is empty only for an
    empty name.
    """
    text = simplify(_INDUSTRY_LEVEL.sub("", name.strip()) or name)
    text = _without_marks(_without_brackets(text)) or _without_marks(text)
    text = _strip(_QUANTITY, text)
    text = _strip(_LEADING, text)
    text = _strip_all(_TRAILING, text)
    return _MACHINERY.sub("机", text) or simplify(name).strip() or name


@lru_cache(maxsize=CACHED_NAMES)
def company_key(name: str) -> str:
    """Return the key under which two spellings of an enterprise meet: no legal form, no brackets.

    *ST三一、三一集团有限公司 and 三一（集团）股份有限公司 all give 三一; it is empty only for an
    empty name.
    """
    text = _LISTING_MARK.sub("", simplify(name).strip())
    text = _strip(_ENGLISH_FORM, _without_brackets(text))
    text = _without_marks(text) or _without_marks(simplify(name))
    return _strip_all(_LEGAL_FORM, text) or simplify(name).strip() or name


def _without_brackets(text: str) -> str:
    """Take brackets away with what they hold; a title in 《》 is a name and stays."""
    while (shorter := _BRACKETS.sub(lambda found: found[1] or "", text)) != text:
        text = shorter
    return text


def _without_marks(text: str) -> str:
    """Take white space and punctuation away, but not the point within a number."""
    return _MARKS.sub(lambda found: found[1] or "", text)


def _strip(pattern: re.Pattern[str], text: str) -> str:
    shorter = pattern.sub("", text)
    return shorter if len(shorter) >= SHORTEST_REST else text


def _strip_all(pattern: re.Pattern[str], text: str) -> str:
    while (shorter := _strip(pattern, text)) != text:
        text = shorter
    return text
