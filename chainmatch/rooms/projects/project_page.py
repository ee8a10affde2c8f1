"""What a project's page shows."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from graph.domain.account import Account
from graph.domain.chain_summary import Maker
from graph.domain.clock import date_text
from graph.domain.followup.rulebook import Rulebook
from graph.domain.followup.rules import Colour
from graph.domain.followup.stages import Stage, StageScheme
from graph.domain.projects.project import (
    Arrival,
    Change,
    EvidenceFile,
    Milestone,
    Problem,
    Project,
    Report,
    Signing,
)
from graph.domain.projects.rights import can_keep, can_report, can_see, can_see_all
from graph.errors import NotFound
from graph.ledger import table
from graph.ledger.listing import ListedProject, show
from graph.store import Store
from graph.store.followup import orders, project_chain, project_records, projects
from graph.store.followup.orders import SupervisionOrder
from graph.store.map import chain_nodes, chains

MOST_MAKERS = 500
SHOWN_MAKERS = 5
IN_DANGER = frozenset({Colour.RED, Colour.OFF, Colour.NONE})


@dataclass(frozen=True)
class StageLine:
    """One stage of a project: when it was entered, for when it is planned, what shows it."""

    stage: Stage
    entered: Milestone | None
    planned: str
    evidence: list[EvidenceFile]
    is_present: bool
    is_past: bool

    @property
    def lacks_evidence(self) -> bool:
        """Reached, but nothing of what is asked for was handed in."""
        asked = set(self.stage.evidence)
        return bool(asked and self.entered and not asked & {each.kind for each in self.evidence})


@dataclass(frozen=True)
class Reopened:
    """What it means for the chain if the project comes to nothing.

    ``others`` are enterprises that make the node too, ``total`` how many there are; ``met`` are
    the codes of those that the parties have met, who stand first. Where nobody makes it, ``near``
    are enterprises that make something of a near name.
    """

    total: int
    others: list[Maker]
    met: frozenset[str]
    near: list[Maker]

    @property
    def is_gap(self) -> bool:
        """Nobody else makes it: the gap is open again."""
        return not self.total


@dataclass(frozen=True)
class ProjectPage:
    """A project with its histories and what the reader may do."""

    project: Project
    listed: ListedProject
    lines: list[StageLine]
    changes: list[Milestone]
    signings: list[Signing]
    arrivals: list[Arrival]
    problems: list[Problem]
    reports: list[Report]
    evidence: list[EvidenceFile]
    orders: list[SupervisionOrder]
    reopened: Reopened | None
    can_keep: bool
    can_report: bool
    book: Rulebook


def show_project(store: Store, actor: Account, code: str, *, at: date) -> ProjectPage:
    """Read a project. Raises NotFound, also where this person may not see it."""
    project = projects.find_project(store, code)
    parties = [party.code for party in project.parties]
    track = table.find_track(store, code)
    book = table.find_book(store, at)
    listed = show(track, at, book) if track else None
    if listed is None or not can_see(actor, parties, project.unit):
        raise NotFound("没有编号为 %(code)s 的项目。", code=code)
    changes = project_records.list_milestones(store, code)
    evidence = project_records.list_evidence(store, code)
    return ProjectPage(
        project,
        listed,
        list(_lines(listed, changes, evidence, date_text(at), book.stages)),
        changes[::-1],
        project_records.list_signings(store, code),
        project_records.list_arrivals(store, code),
        project_records.list_problems(store, code),
        project_records.list_reports(store, code)[::-1],
        evidence,
        orders.list_of(store, code),
        _reopened(store, project, listed, at) if can_see_all(actor) else None,
        can_keep(actor),
        can_report(actor, parties, project.unit),
        book,
    )


def _reopened(store: Store, project: Project, listed: ListedProject, at: date) -> Reopened | None:
    """Look who could fill the place of a project that is in danger or out."""
    if project.node is None or listed.light.colour not in IN_DANGER:
        return None
    parties = {party.code for party in project.parties}
    makers = chains.list_makers(
        store, [project.node.code], at=at, order="size", skip=0, limit=MOST_MAKERS
    )
    met = frozenset(project_chain.list_met(store, project.code))
    others = [maker for maker in makers if maker.code not in parties]
    others.sort(key=lambda maker: maker.code not in met)
    near = [] if others else _near_makers(store, project.node.code, parties, at)
    return Reopened(len(others), others[:SHOWN_MAKERS], met, near)


def _near_makers(store: Store, node: str, parties: set[str], at: date) -> list[Maker]:
    nodes = [each.code for each in chain_nodes.list_near(store, node)[:SHOWN_MAKERS]]
    if not nodes:
        return []
    makers = chains.list_makers(store, nodes, at=at, order="size", skip=0, limit=MOST_MAKERS)
    return [maker for maker in makers if maker.code not in parties][:SHOWN_MAKERS]


def _lines(
    listed: ListedProject,
    changes: Sequence[Milestone],
    evidence: Sequence[EvidenceFile],
    at: str,
    scheme: StageScheme,
) -> Iterator[StageLine]:
    """Show the stages in their order; what a step back took away is open again."""
    entered = {
        each.stage: each for each in changes if each.change == Change.STAGE and each.date <= at
    }
    for rank, stage in enumerate(scheme.stages):
        is_reached = rank <= listed.standing.rank
        is_unknown = stage.key not in entered and stage.key not in listed.planned
        if not stage.used and is_unknown:
            continue
        yield StageLine(
            stage,
            entered.get(stage.key) if is_reached else None,
            listed.planned.get(stage.key, ""),
            [each for each in evidence if each.stage == stage.key],
            rank == listed.standing.rank,
            rank < listed.standing.rank,
        )
