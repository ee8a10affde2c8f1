"""Tracks as they are stored beside their project: one text, because one row reads fast."""

import json
from dataclasses import fields
from typing import Any

from graph.domain.projects.track import Track

APART = ("chains",)
"""Read from the map, which changes by itself."""
NAMES = tuple(each.name for each in fields(Track) if each.name not in APART)


def track_to_json(track: Track) -> str:
    """Write a track without its chains."""
    told = [getattr(track, name) for name in NAMES]
    return json.dumps(told, ensure_ascii=False, separators=(",", ":"))


def track_from_json(text: str, chains: tuple[str, ...] = ()) -> Track:
    """Read what ``track_to_json`` wrote."""
    told = dict(zip(NAMES, map(_frozen, json.loads(text)), strict=True))
    return Track(chains=chains, **told)


def _frozen(value: Any) -> Any:
    if isinstance(value, list):
        return tuple(tuple(each) if isinstance(each, list) else each for each in value)
    return value
