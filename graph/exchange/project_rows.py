"""Rows of an office's ledger become projects; a row read again adds only what is new in it."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from graph.domain.followup.stages import PROJECT_STAGES, Direction
from graph.domain.projects.project import (
    Agreement,
    Arrival,
    Change,
    Milestone,
    PartyRole,
    Problem,
    Project,
    Report,
    Signing,
    SigningKind,
)
from graph.domain.projects.track import Track
from graph.exchange.templates.projects import PLANNED
from graph.messages import message
from graph.store import Store
from graph.store.bulk.saving import Refused, Row, Saved, Step, in_batches, quiet
from graph.store.followup import project_creation, project_ends, project_tracks
from graph.store.followup.project_creation import NewProject
from graph.store.followup.project_records import new_id, record_values
from graph.store.followup.project_ties import Ties

PARTY_COLUMNS = {
    "host": PartyRole.HOST,
    "investor": PartyRole.INVESTOR,
    "partner": PartyRole.PARTNER,
}
CARD_COLUMNS = ("name", "name_en", "event", "unit", "contact", "leader", "required_by")
STAGE_KEYS = tuple(stage.key for stage in PROJECT_STAGES.stages)
COMPARED = ("name", "unit", "event", "node", "region", "total")
IMPORTED = "台账导入"
NOT_TOLD = "台账未填这些阶段的日期"
IMPORTER = "import"


def save_projects(store: Store, rows: Iterable[Row], step: Step = quiet) -> Saved:
    """Save new projects; a project that is there already is left as it is.

    What has happened since in the ledger of this site is newer than a spreadsheet: a row whose
    days or amounts differ is refused with what is registered here.
    """
    return in_batches(rows, lambda place, batch: _save(store, place, batch), step)


def _save(store: Store, first: int, rows: Sequence[Row]) -> Saved:
    known = project_tracks.find_tracks(store, [row["code"] for row in rows])
    ends = project_ends.find_missing(store, [_ties(row) for row in rows])
    made, refused, unchanged = [], [], 0
    for place, row in enumerate(rows, first):
        track = known.get(row["code"])
        wrong = _find_wrong(row, ends) or (track and _find_difference(row, track))
        if wrong:
            refused.append(Refused(place, *wrong))
        elif track:
            unchanged += 1
        else:
            made.append(_project(row))
    project_creation.create_projects(store, made)
    return Saved(created=len(made), unchanged=unchanged, refused=tuple(refused))


def _find_wrong(row: Row, missing: project_ends.Missing) -> tuple[str, Any] | None:
    if row["node"] in missing.nodes:
        return "node", message("图谱里没有这个链节点")
    if row["region"] in missing.regions:
        return "region", message("图谱里没有这个地区")
    for column in PARTY_COLUMNS:
        if row[column] in missing.enterprises:
            return column, message("图谱里没有这家企业")
    return None


def _find_difference(row: Row, track: Track) -> tuple[str, Any] | None:
    """Find what the ledger of this site says otherwise; an empty cell contradicts nothing."""
    days = {key: {day for day, stage in track.moves if stage == key} for key in STAGE_KEYS}
    registered = {
        **{name: getattr(track, name) for name in COMPARED},
        "arrived": sum(amount for _day, amount in track.arrivals),
    }
    for column, value in registered.items():
        if row[column] and row[column] != value:
            return column, message("台账里登记的是 %(value)s，请在项目页面更改", value=value)
    for key in STAGE_KEYS:
        column = f"{key}_on"
        if row[column] and row[column] not in days[key]:
            shown = "、".join(sorted(days[key])) or "–"
            return column, message("台账里登记的是 %(value)s，请在项目页面更改", value=shown)
    return None


def _ties(row: Row) -> Ties:
    parties = tuple((row[name], role) for name, role in PARTY_COLUMNS.items() if row[name])
    return Ties(node=row["node"], region=row["region"], parties=parties)


def _project(row: Row) -> NewProject:
    card = Project(
        row["code"],
        source=row["source"],
        total=row["total"] or 0,
        required=row["required"] or 0,
        **{name: row[name] for name in CARD_COLUMNS},
    )
    return NewProject(card, _ties(row), _Records(row).all())


@dataclass
class _Records:
    row: Row
    _number: int = field(default=0)

    def all(self) -> dict[str, list[Mapping[str, Any]]]:
        kinds = {
            "milestones": [*self._moves(), *self._plans()],
            "signings": self._signings(),
            "arrivals": self._arrivals(),
            "reports": self._reports(),
            "problems": self._problems(),
        }
        return {kind: [record_values(each) for each in made] for kind, made in kinds.items()}

    def _moves(self) -> Iterator[Milestone]:
        """Enter one stage after the other; what the ledger leaves out is said."""
        history: list[str] = []
        for key, day in self._days():
            reason = self.row["exit_reason"] if PROJECT_STAGES.is_exit(key) else NOT_TOLD
            move = PROJECT_STAGES.move(history, key, reason)
            is_told = move.direction in {Direction.START, Direction.FORWARD}
            skipped = tuple(stage.key for stage in move.skipped)
            before = history[-1] if history else ""
            yield self._milestone(
                Change.STAGE, key, day, day, before, IMPORTED if is_told else reason, skipped
            )
            history.append(key)

    def _days(self) -> Iterator[tuple[str, str]]:
        for stage in PROJECT_STAGES.stages:
            if self.row[f"{stage.key}_on"]:
                yield stage.key, self.row[f"{stage.key}_on"]
        if self.row["exit"]:
            yield self.row["exit"], self.row["exit_on"]

    def _plans(self) -> Iterator[Milestone]:
        """Plans hold from the project's first day on: a ledger does not say since when."""
        known = next(day for _key, day in self._days())
        for key in PLANNED:
            day = self.row[f"planned_{key}"]
            if day:
                yield self._milestone(Change.PLAN, key, day, known, "", IMPORTED, ())

    def _milestone(self, change: Change, *told: Any) -> Milestone:
        stage, day, effective, before, reason, skipped = told
        self._number += 1
        return Milestone(
            new_id(),
            self._number,
            change,
            stage,
            day,
            effective,
            before,
            reason,
            skipped,
            IMPORTER,
        )

    def _signings(self) -> list[Signing]:
        row = self.row
        day = row["signed_on"] or next(
            (day for key, day in self._days() if PROJECT_STAGES.rank(key) > _SIGNED_RANK), ""
        )
        if not day:
            return []
        agreement = Agreement(row["agreement"])
        amount = row["amount"] or 0
        return [Signing(new_id(), SigningKind.FIRST, day, amount, agreement, row["event"])]

    def _arrivals(self) -> list[Arrival]:
        row = self.row
        if not row["arrived"]:
            return []
        return [Arrival(new_id(), row["as_of"], row["arrived"], IMPORTED, IMPORTER)]

    def _reports(self) -> list[Report]:
        row = self.row
        if row["progress"] is None:
            return []
        return [Report(new_id(), row["as_of"], IMPORTED, row["progress"], IMPORTER)]

    def _problems(self) -> list[Problem]:
        row = self.row
        return [Problem(new_id(), row["problem"], row["as_of"], by=IMPORTER)] * bool(row["problem"])


_SIGNED_RANK = PROJECT_STAGES.rank("signed")
