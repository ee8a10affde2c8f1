"""Projects as the figures read them: each carries its track as one text, renewed when it changes.

Ten thousand short rows are read in a fraction of the time that their records would take.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from graph.domain.projects.project import Change
from graph.domain.projects.track import Track
from graph.domain.projects.track_json import track_from_json, track_to_json
from graph.store.connection import Store, Transaction
from graph.store.cypher.followup import project_tracks as cypher

SEPARATOR = "\t"
MOST_REMEMBERED = 300


@dataclass(frozen=True)
class Mark:
    """``number`` grows with every change; a new ``epoch`` tells that projects were removed.

    ``recent`` are (number, code) of the last changes, complete from ``recent_from`` on: an index
    finds a code at once, while the projects above a number would have to be searched for.
    """

    number: int = 0
    epoch: str = ""
    recent: tuple[tuple[int, str], ...] = ()
    recent_from: int = 0


def find_mark(store: Store) -> Mark:
    """Return the mark of the present state of all projects."""
    row = store.read_one(cypher.FIND_MARK)
    if row is None:
        return Mark()
    number = row["number"] or 0
    told = (entry.split(SEPARATOR, 1) for entry in row["recent"] or ())
    recent = tuple((int(at), code) for at, code in told)
    since = row["recent_from"]
    return Mark(number, row["epoch"] or "", recent, number + 1 if since is None else since)


def remember(row: Mapping[str, Any], codes: Sequence[str]) -> dict[str, Any]:
    """Return the last changes with those of a new number, the oldest forgotten."""
    number = row["number"]
    entries = [*(row["recent"] or ()), *(f"{number}{SEPARATOR}{code}" for code in codes)]
    since = number if row["recent_from"] is None else row["recent_from"]
    forgotten = entries[:-MOST_REMEMBERED]
    if forgotten:
        since = int(forgotten[-1].split(SEPARATOR, 1)[0]) + 1
    return {"recent": entries[-MOST_REMEMBERED:], "recent_from": since}


def list_changed_until(store: Store, mark: Mark, since: int) -> list[Track]:
    """List the projects changed after a number, up to a mark that was read just now."""
    if since + 1 < mark.recent_from:
        return list_changed(store, since)
    codes = sorted({code for number, code in mark.recent if number > since})
    return list(find_tracks(store, codes).values()) if codes else []


def list_changed(store: Store, since: int) -> list[Track]:
    """List the projects changed after a number, without their chains."""
    return [track_from_json(row["track"]) for row in store.stream(cypher.LIST_CHANGED, since=since)]


def find_tracks(store: Store, codes: Sequence[str]) -> dict[str, Track]:
    """Return those of these projects that there are, by code."""
    rows = store.read(cypher.LIST_OF_CODES, codes=list(codes))
    return {row["code"]: track_from_json(row["track"]) for row in rows}


def find_told_lights(store: Store) -> dict[str, str]:
    """Return by code the light that people were told of last, empty where none was."""
    return {row["code"]: row["light"] or "" for row in store.read(cypher.LIST_TOLD_LIGHTS)}


def save_told_lights(store: Store, lights: Mapping[str, str]) -> None:
    """Remember which lights people were told of."""
    rows = [{"code": code, "light": light} for code, light in lights.items()]
    if rows:
        store.write(cypher.SAVE_TOLD_LIGHTS, rows=rows)


def find_chains(store: Store, nodes: Sequence[str], at: date) -> Mapping[str, tuple[str, ...]]:
    """Return the chains that nodes stand in on a day, by node."""
    chains: dict[str, list[str]] = defaultdict(list)
    rows = store.read(cypher.LIST_NODE_CHAINS, nodes=list(nodes), at=at.isoformat())
    for row in rows if nodes else ():
        chains[row["node"]].append(row["chain"])
    return {node: tuple(sorted(found)) for node, found in chains.items()}


def gather(transaction: Transaction, code: str) -> Track:
    """Make the track of a project from its records."""
    row = transaction.run(cypher.GATHER, code=code)[0]
    return make_track(row, row["milestones"])


def save_tracks(transaction: Transaction, tracks: Sequence[Track], number: int) -> None:
    """Save tracks under the number of the change, for every process to read."""
    rows = [{"code": track.code, "track": track_to_json(track)} for track in tracks]
    transaction.run(cypher.SAVE, rows=rows, number=number)


def make_track(row: Mapping[str, Any], milestones: Sequence[Any]) -> Track:
    """Make a track from plain values.

    ``milestones`` are (effective, number, change, stage, date); the other records as a Track has
    them, in any order.
    """
    changes = sorted(milestones)
    return Track(
        code=row["code"],
        name=row["name"],
        name_en=row["name_en"] or "",
        unit=row["unit"] or "",
        event=row["event"] or "",
        region=row["region"] or "",
        node=row["node"] or "",
        chains=(),
        parties=tuple(sorted(set(row["parties"]))),
        total=row["total"] or 0,
        required=row["required"] or 0,
        required_by=row["required_by"] or "",
        moves=tuple((each[0], each[3]) for each in changes if each[2] == Change.STAGE),
        plans=tuple((each[0], each[3], each[4]) for each in changes if each[2] == Change.PLAN),
        signings=tuple(tuple(each) for each in sorted(row["signings"])),
        arrivals=tuple(tuple(each) for each in sorted(row["arrivals"])),
        reports=tuple(tuple(each) for each in sorted(row["reports"], key=lambda each: each[0])),
    )
