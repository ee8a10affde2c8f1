"""What a batch of rows changes about the links that stand between the same ends."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from graph.domain.history.change import Change, ChangeKind
from graph.domain.versions import Edits, settle
from graph.messages import message
from graph.schema import CONTROLLED_BY, EVIDENCE, IN_GROUP, LOCATED_IN, OPEN_END, Link
from graph.store.bulk.saving import Refused, Row, Saved
from graph.store.history.bulk import link_change
from graph.store.history.changes import MOST_SINGLE

Key = tuple[str, str, str, str]
ONE_END = frozenset({LOCATED_IN.name, IN_GROUP.name, CONTROLLED_BY.name})
"""Link types of which a source states one at a time: another end closes the one before."""

TWICE = message("同一份数据里已有这条关系，内容不同")
NEVER_VALID = message("失效日期应晚于生效日期")
OUTDATED = message("图谱里已有同一来源更新的数据")


@dataclass
class Version:
    """A version of a link as it shall be; ``news`` is what an existing one has to be given.

    ``left`` is the end where an existing one stands that shall have another.
    """

    values: dict[str, Any]
    place: int = -1
    is_first: bool = False
    news: dict[str, Any] = field(default_factory=dict)
    left: str = ""

    @property
    def is_new(self) -> bool:
        """Not in the graph yet: made by the row at ``place``."""
        return self.place >= 0


class Told:
    """What the batches of one saving have said so far: the dates on which of each link.

    ``is_new`` are sources that had no such link before; theirs need not be looked for.
    """

    def __init__(self, link: Link) -> None:
        self._link = link
        self._dates: dict[Key, tuple[str, ...]] = {}
        self.is_new: dict[str, bool] = {}

    def key(self, values: Mapping[str, Any]) -> Key:
        """Name the link that a row states, whatever it says about it."""
        end = "" if self._link.name in ONE_END else values["end"]
        return values["start"], end, values.get("source", ""), values.get("product") or ""

    def may_stand(self, row: Row) -> bool:
        """Tell whether the graph may hold the link of a row already."""
        key = self.key(row)
        return not self.is_new.get(key[2], False) or key in self._dates

    def has(self, key: Key, as_of: str) -> bool:
        """Tell whether a date of this link was told before."""
        return as_of in self._dates.get(key, ())

    def add(self, other: Mapping[Key, tuple[str, ...]]) -> None:
        """Remember what a batch told, once it is saved."""
        for key, dates in other.items():
            self._dates[key] = self._dates.get(key, ()) + dates


class LinkChanges:
    """The changes of one batch."""

    def __init__(self, link: Link, told: Told) -> None:
        self._link = link
        self._told = told
        self._telling: dict[Key, tuple[str, ...]] = {}
        self._versions: dict[Key, list[Version]] = {}
        self._changed = 0
        self._unchanged = 0
        self._refused: list[Refused] = []
        self._lines: list[Change] = []
        self._made = 0

    def find(self, standing: Iterable[Mapping[str, Any]]) -> None:
        """Take in the links that stand in the graph: ``start``, ``end``, ``values``."""
        for row in standing:
            values = {**_times({}), **row["values"], "start": row["start"], "end": row["end"]}
            self._versions.setdefault(self._told.key(values), []).append(Version(values))

    def add(self, rows: Iterable[tuple[int, Row]]) -> None:
        """Work out what each row, given with its place, changes."""
        for place, row in rows:
            stated = self._stated(row)
            self._add(place, self._told.key(stated), stated)

    @property
    def to_create(self) -> list[Version]:
        """Versions that the graph lacks, also those that it has at another end."""
        return [each for each in self._all if each.is_new or each.left]

    @property
    def to_update(self) -> list[Version]:
        """Versions of the graph whose values change."""
        return [each for each in self._all if each.news and not each.left]

    @property
    def to_remove(self) -> list[Version]:
        """Versions that stand in the graph at an end that was corrected."""
        return [each for each in self._all if each.left]

    @property
    def _all(self) -> Iterator[Version]:
        return (each for versions in self._versions.values() for each in versions)

    @property
    def lines(self) -> list[Change]:
        """What this batch leaves on record; many new links are told by their run alone."""
        if self._made <= MOST_SINGLE:
            return self._lines
        return [line for line in self._lines if line.kind is not ChangeKind.MADE]

    @property
    def saved(self) -> Saved:
        """What saving all of this does."""
        created = sum(each.is_first for each in self.to_create)
        return Saved(created, self._changed, self._unchanged, tuple(self._refused))

    def commit(self) -> None:
        """Remember what this batch told, once it is saved."""
        self._told.add(self._telling)

    def _add(self, place: int, key: Key, stated: dict[str, Any]) -> None:
        versions = self._versions.setdefault(key, [])
        dates, as_of = self._telling.get(key, ()), stated["as_of"]
        is_repeated = as_of in dates or self._told.has(key, as_of)
        self._telling[key] = (*dates, as_of)
        if stated["valid_from"] >= stated["valid_to"]:
            self._refused.append(Refused(place, "valid_to", NEVER_VALID))
            return
        # Nearly always its source stated nothing before.
        edits = settle([each.values for each in versions], stated) if versions else Edits(stated)
        if edits.is_outdated:
            self._refused.append(Refused(place, "as_of", OUTDATED))
        elif not edits.create and not edits.updates:
            self._unchanged += 1
        elif is_repeated:
            self._refused.append(Refused(place, "end", TWICE))
        else:
            is_first = not versions
            self._changed += not is_first
            self._made += not edits.updates
            if edits.updates or self._made <= MOST_SINGLE:
                self._tell(versions, edits)
            _apply(versions, edits.updates)
            if edits.create:
                versions.append(Version({**edits.create}, place, is_first))

    def _tell(self, versions: list[Version], edits: Edits) -> None:
        """Write down a statement: the version that it edits, and what it makes of it."""
        before = next(
            (each.values for each in versions if each.values["valid_from"] in edits.updates), None
        )
        news = edits.updates[before["valid_from"]] if before else {}
        line = link_change(self._link, before, edits.create or {**(before or {}), **news})
        if line:
            self._lines.append(line)

    def _stated(self, row: Row) -> dict[str, Any]:
        stated = {
            name: value
            for name in self._link.columns
            if (value := row.get(name)) is not None and value != ""
        }
        stated |= _times(stated) if EVIDENCE[0] in self._link.columns else _times({})
        stated["start"], stated["end"] = row["start"], row["end"]
        return stated


def _times(told: Mapping[str, Any]) -> dict[str, str]:
    as_of = told.get("as_of", "")
    return {
        "as_of": as_of,
        "valid_from": told.get("valid_from", as_of),
        "valid_to": told.get("valid_to", OPEN_END),
    }


def _apply(versions: list[Version], updates: Mapping[str, Mapping[str, Any]]) -> None:
    for version in versions:
        news = updates.get(version.values["valid_from"])
        if news:
            if not version.is_new:
                version.news.update(news)
                if news.get("end", version.values["end"]) != version.values["end"]:
                    version.left = version.left or version.values["end"]
            version.values.update(news)
