"""Projects as edges of the chain map: planned from signing on, real once they produce."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from graph.domain.followup.stages import PRODUCING, PROJECT_STAGES, SIGNED, Stage
from graph.domain.projects.project import Party, PartyRole
from graph.domain.projects.track import Standing, Track, plans_at, stand
from graph.domain.recommendation import Place
from graph.ledger import table
from graph.store import Store
from graph.store.followup.project_chain import (
    Made,
    end_made,
    list_made,
    list_parties,
    record_landed,
    save_made,
)

MAKER_FIRST = (PartyRole.HOST, PartyRole.INVESTOR, PartyRole.PARTNER)
FROM, UNTIL = PROJECT_STAGES.rank(SIGNED), PROJECT_STAGES.rank(PRODUCING)


@dataclass(frozen=True)
class PlannedEdge:
    """A project that is to make a node: by whom (None where nobody is told), until when."""

    project: Place
    node: str
    maker: Party | None
    stage: Stage
    planned: str


def list_planned(store: Store, nodes: Sequence[str], *, at: date) -> list[PlannedEdge]:
    """List the planned edges of these nodes, by project code."""
    found = [
        (track, standing)
        for track, standing in _standing(store, nodes, at)
        if FROM <= standing.rank < UNTIL and not PROJECT_STAGES.is_exit(standing.stage)
    ]
    parties = list_parties(store, [track.code for track, _ in found])
    stages = table.find_book(store, at).stages
    return [
        PlannedEdge(
            Place(track.code, track.name, track.name_en),
            track.node,
            _maker(parties.get(track.code, [])),
            stages.find(standing.stage),
            plans_at(track, at.isoformat()).get(PRODUCING, ""),
        )
        for track, standing in found
    ]


def make_real(store: Store, nodes: Sequence[str] | None, *, at: date, now: datetime) -> int:
    """Bring the links that projects made real in line with the ledger; return how many changed.

    ``nodes`` are those to look at, None for all that projects are on. Running it again changes
    nothing.
    """
    looked = sorted(_nodes(store, at) if nodes is None else {node for node in nodes if node})
    producing = [
        (track, standing)
        for track, standing in _standing(store, looked, at)
        if standing.rank >= UNTIL and not standing.is_dead
    ]
    parties = list_parties(store, [track.code for track, _ in producing])
    real: dict[Made, str] = {}
    pairs: dict[Made, list[tuple[str, str]]] = {}
    for track, _ in producing:
        signed = parties.get(track.code, [])
        maker = _maker(signed)
        if maker is not None:
            made, day = (maker.code, track.node), _first_day(track)
            real[made] = min(real.get(made, day), day)
            pairs.setdefault(made, []).extend(_pairs(maker, signed))
    standing_links = list_made(store, looked)
    fresh = {made: day for made, day in real.items() if made not in standing_links}
    over = standing_links - set(real)
    save_made(store, fresh)
    end_made(store, over, day=at)
    record_landed(store, [pair for made in fresh for pair in pairs[made]], at=now)
    return len(fresh) + len(over)


def _nodes(store: Store, at: date) -> set[str]:
    return {track.node for track in table.find_day(store, at).ledger.tracks if track.node}


def _standing(store: Store, nodes: Sequence[str], at: date) -> list[tuple[Track, Standing]]:
    wanted, day = set(nodes), at.isoformat()
    tracks = (track for track in table.find_day(store, at).ledger.tracks if track.node in wanted)
    return [(track, found) for track in tracks if (found := stand(track, day)) is not None]


def _maker(parties: Sequence[Party]) -> Party | None:
    return min(parties, key=lambda party: MAKER_FIRST.index(party.role), default=None)


def _pairs(maker: Party, signed: Sequence[Party]) -> list[tuple[str, str]]:
    others = [party.code for party in signed if party.code != maker.code]
    return [pair for other in others for pair in ((maker.code, other), (other, maker.code))]


def _first_day(track: Track) -> str:
    return next(day for day, stage in track.moves if PROJECT_STAGES.rank(stage) >= UNTIL)
