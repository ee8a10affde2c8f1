"""Names of the sources of the map, and which of them belong together."""

CKG = "ckg"
CKG_INDUSTRY = "ckg-industry"
TPEX = "tpex"
TPEX_ORDER = "tpex-order"
GDES = "gdes"
DEMO = "demo"
OFFICE = "office"
SELF = "self"
"""What an enterprise says of itself on its own page."""
PROJECT = "project"
"""What signed projects made real: a project in production."""

PARTS = {CKG: (CKG_INDUSTRY,), TPEX: (TPEX_ORDER,)}
"""Sources that come and go with another, named apart because they are worth less or more."""


def with_parts(source: str) -> list[str]:
    """Return a source and its parts."""
    return [source, *PARTS.get(source, ())]
