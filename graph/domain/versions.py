"""How a link's history grows: each source's word about a link, from day to day."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from graph.schema import OPEN_END

TIMES = ("as_of", "valid_from", "valid_to")


@dataclass(frozen=True)
class Edits:
    """What a statement changes: a version to create, and new values of versions that stand.

    ``updates`` are keyed by the ``valid_from`` of the version. ``is_outdated`` tells that the same
    source has said something else since, so that the statement was left aside.
    """

    create: Mapping[str, Any] | None = None
    updates: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)
    is_outdated: bool = False


def settle(versions: Sequence[Mapping[str, Any]], stated: Mapping[str, Any]) -> Edits:
    """Decide what a statement about a link does to the versions its source stated before.

    Versions and statement carry ``as_of``, ``valid_from``, ``valid_to`` beside their values. The
    same value again at most confirms the version on a later day; another value closes it on that
    day and opens a new one; a statement about a time not told before becomes a version of its own.
    """
    day = _day_meant(stated)
    version = next((each for each in versions if _holds(each, day)), None)
    if version is None:
        return _fill_gap(versions, stated)
    values = {key: value for key, value in stated.items() if key not in TIMES}
    if all(version.get(key) == value for key, value in values.items()):
        return _confirm(version, stated)
    if stated["as_of"] < version["as_of"]:
        return Edits(is_outdated=True)
    if stated["as_of"] == version["as_of"] or day == version["valid_from"]:
        corrected = {**values, "as_of": stated["as_of"], **_end(version, stated)}
        return Edits(updates={version["valid_from"]: corrected})
    return _replace(version, stated, day)


def _day_meant(stated: Mapping[str, Any]) -> str:
    """A statement speaks of its own date, unless that lies outside the time it tells of."""
    return stated["as_of"] if _holds(stated, stated["as_of"]) else stated["valid_from"]


def _holds(version: Mapping[str, Any], day: str) -> bool:
    return version["valid_from"] <= day < version["valid_to"]


def _confirm(version: Mapping[str, Any], stated: Mapping[str, Any]) -> Edits:
    news: dict[str, Any] = _end(version, stated)
    if stated["as_of"] > version["as_of"]:
        news["as_of"] = stated["as_of"]
    return Edits(updates={version["valid_from"]: news} if news else {})


def _end(version: Mapping[str, Any], stated: Mapping[str, Any]) -> dict[str, Any]:
    """Return the end of validity where the statement closes an open version."""
    told = stated["valid_to"]
    return {"valid_to": told} if version["valid_to"] == OPEN_END and told != OPEN_END else {}


def _replace(version: Mapping[str, Any], stated: Mapping[str, Any], day: str) -> Edits:
    until = min(version["valid_to"], stated["valid_to"])
    return Edits(
        create={**version, **stated, "valid_from": day, "valid_to": until},
        updates={version["valid_from"]: {"valid_to": day}},
    )


def _fill_gap(versions: Sequence[Mapping[str, Any]], stated: Mapping[str, Any]) -> Edits:
    start, end = stated["valid_from"], stated["valid_to"]
    for version in versions:
        if version["valid_from"] <= start < version["valid_to"]:
            start = version["valid_to"]
        elif start < version["valid_from"] < end:
            end = version["valid_from"]
    if start >= end:
        return Edits(is_outdated=True)
    return Edits(create={**stated, "valid_from": start, "valid_to": end})
