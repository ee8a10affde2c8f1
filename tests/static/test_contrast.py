"""Words on a tinted ground stay readable: WCAG 2.2, success criterion 1.4.3 (level AA)."""

import re

import pytest

from chainmatch.config import ROOT

ENOUGH = 4.5
TINT = 0.1
"""The kit paints the ground of an alert with a tenth of its hue, on white."""
HUES = {"success": "2fb344", "warning": "f59f00", "danger": "d63939", "info": "4299e1"}
WRITTEN = re.compile(r"^\.alert-(\w+) { color: #([0-9a-f]{6}); }$", re.M)


def shares(color: str) -> list[float]:
    return [int(color[place : place + 2], 16) / 255 for place in (0, 2, 4)]


def luminance(color: list[float]) -> float:
    red, green, blue = (v / 12.92 if v <= 0.04045 else ((v + 0.055) / 1.055) ** 2.4 for v in color)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


@pytest.mark.parametrize("kind", HUES)
def test_the_words_of_an_alert_stand_out_from_its_ground(kind: str) -> None:
    written = dict(WRITTEN.findall((ROOT / "static/css/site.css").read_text(encoding="utf-8")))
    ground = [1 - TINT * (1 - share) for share in shares(HUES[kind])]
    ratio = (luminance(ground) + 0.05) / (luminance(shares(written[kind])) + 0.05)
    assert ratio >= ENOUGH
