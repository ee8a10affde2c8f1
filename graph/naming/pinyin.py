"""Chinese names as people type them on a keyboard: full pinyin and initials."""

from functools import lru_cache

from pypinyin import Style, lazy_pinyin, load_phrases_dict

load_phrases_dict({"重工": [["zhòng"], ["gōng"]], "行业": [["háng"], ["yè"]]})


@lru_cache(maxsize=300_000)
def syllables(name: str) -> tuple[str, ...]:
    """Return the pinyin of each Chinese character, without tones; other characters are left out."""
    return tuple(lazy_pinyin(name, style=Style.NORMAL, errors="ignore", v_to_u=False))


def full_pinyin(name: str) -> str:
    """Return the pinyin as one word: 液压泵 → yeyabeng."""
    return "".join(syllables(name))


def initials(name: str) -> str:
    """Return the first letters: 三一重工 → syzg."""
    return "".join(syllable[0] for syllable in syllables(name))
