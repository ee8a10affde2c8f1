"""Names: one spelling to compare by, pinyin, and the text that search reads. No database."""

from graph.naming.normal import company_key, match_key, plain
from graph.naming.pinyin import full_pinyin, initials
from graph.naming.search_text import search_text

__all__ = ["company_key", "full_pinyin", "initials", "match_key", "plain", "search_text"]
