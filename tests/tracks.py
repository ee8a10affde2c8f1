"""Tracks of projects that tests of the figures share."""

from typing import Any

from graph.domain.projects.track import Track

ORDER = ("planning", "talks", "signed", "fulfilled", "started", "building", "producing")


def track(code: str = "p:1", **told: Any) -> Track:
    """Make a track with what is told; the rest is empty."""
    empty = {
        "code": code,
        "name": code,
        "name_en": "",
        "unit": "",
        "event": "",
        "region": "",
        "node": "",
        "chains": (),
        "parties": (),
        "total": 0,
        "required": 0,
        "required_by": "",
        "moves": (),
        "plans": (),
        "signings": (),
        "arrivals": (),
        "reports": (),
    }
    return Track(**{**empty, **told})


def signed_until(code: str, stage: str, **told: Any) -> Track:
    """Make a project signed on 2026-01-05 that reached a stage on 2026-03-05."""
    moves = (("2026-01-05", "signed"),)
    if stage != "signed":
        moves += (("2026-03-05", stage),)
    return track(code, moves=moves, **told)
