"""Names of enterprises and products: compared, spelt and made searchable. No database."""

from graph.naming.normal import company_key, match_key, simplify
from graph.naming.search_text import search_text

__all__ = ["company_key", "match_key", "search_text", "simplify"]
