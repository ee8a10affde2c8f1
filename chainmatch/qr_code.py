"""QR codes (ISO/IEC 18004) drawn as SVG, for name cards and phones."""

import segno
from markupsafe import Markup

PREFIX = "chainmatch:"
"""Stands before a party's token, so that a stray code is told from one of ours."""
SCALE = 4


def badge_code(token: str) -> Markup:
    """Draw the code that the door reads: a quarter of it may be damaged (level Q)."""
    drawn = segno.make(PREFIX + token, error="q", micro=False)
    return Markup(drawn.svg_inline(scale=SCALE, border=4, omitsize=True, svgclass="badge-code"))  # noqa: S704 - drawn by segno from a token of ours
