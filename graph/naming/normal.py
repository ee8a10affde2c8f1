"""Names made comparable: one spelling for what people write in several ways."""

import re
import unicodedata
from functools import lru_cache

from opencc import OpenCC

_to_simplified = OpenCC("t2s")
_BRACKETS = re.compile(r"[(\[{<《【「][^)\]}>》】」]*[)\]}>》】」]")
_NOT_WORD = re.compile(r"[\W_]+")
_ROMAN_LEVEL = re.compile(r"[ⅠⅡⅢⅣ]+$|(?<=[\u4e00-\u9fff])i{2,3}$")
_PRODUCT_ENDINGS = re.compile(
    r"(?:系列产品|产品系列|及其他|及配件|等产品|产品|系列|业务|销售|制造|生产|商品|等|类)+$"
)
_MACHINERY = re.compile(r"机械$")
_LISTING_MARKS = re.compile(r"^(?:\*?ST|N|C|XD|XR|DR)(?=[\u4e00-\u9fff])")
_COMPANY_ENDINGS = re.compile(
    r"(?:(?:集团)?(?:股份)?有限(?:责任)?公司|集团公司|总公司|分公司|公司|集团|控股|股份|工厂|总厂)+$"
)
_COMPANY_WORDS_EN = re.compile(r"(?:co|ltd|inc|corp|company|limited|group|llc|plc)+$")


@lru_cache(maxsize=300_000)
def plain(name: str) -> str:
    """Return a name in half width, lower case and simplified characters, without outer space."""
    return _to_simplified.convert(unicodedata.normalize("NFKC", name).strip().lower())


@lru_cache(maxsize=300_000)
def match_key(name: str) -> str:
    """Return the spelling under which names of the same product meet.

    挖掘机, 挖掘机械 and 挖掘机（履带式） share one key. Never empty for a name with a letter.
    """
    whole = plain(_ROMAN_LEVEL.sub("", name.strip()))
    bare = _NOT_WORD.sub("", _ROMAN_LEVEL.sub("", _BRACKETS.sub("", whole)))
    bare = bare or _NOT_WORD.sub("", whole)
    short = _PRODUCT_ENDINGS.sub("", bare)
    short = short if len(short) > 1 else bare
    joined = _MACHINERY.sub("机", short) if len(short) > len("机械") else short
    return joined or whole


@lru_cache(maxsize=100_000)
def company_key(name: str) -> str:
    """Return a company's name without its legal form and listing marks: *ST德豪 → 德豪."""
    whole = plain(_LISTING_MARKS.sub("", unicodedata.normalize("NFKC", name).strip()))
    bare = _NOT_WORD.sub("", _BRACKETS.sub("", whole)) or _NOT_WORD.sub("", whole)
    short = _COMPANY_ENDINGS.sub("", bare) or bare
    return _COMPANY_WORDS_EN.sub("", short) or short or whole
