"""The text beside a name that the full-text index reads."""

from graph.naming.normal import plain
from graph.naming.pinyin import full_pinyin, initials


def search_text(*names: str) -> str:
    """Join names, their simplified form, pinyin and initials, each once, in a stable order."""
    parts: dict[str, None] = {}
    for name in filter(None, names):
        simplified = plain(name)
        for part in (name, simplified, full_pinyin(simplified), initials(simplified)):
            if part:
                parts.setdefault(part)
    return " ".join(parts)
