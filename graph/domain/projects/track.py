"""Where a project stood on any day, read from its records."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from graph.domain.followup.lights import Facts, Light, evaluate
from graph.domain.followup.rules import PROJECT_RULES, LightRule
from graph.domain.followup.stages import (
    CHANGED,
    ENDED,
    PRODUCING,
    PROJECT_STAGES,
    SIGNED,
    STARTED,
    StageScheme,
)
from graph.domain.projects.project import SigningKind

HUNDRED = 100


@dataclass(frozen=True, slots=True)
class Track:
    """All that the figures need to know of a project, compact; days are ISO texts.

    ``moves``: (day, stage) in order; ``plans``: (known from, stage, planned day) in order;
    ``signings``: (day, kind, amount, agreement); ``arrivals``: (day, yuan); ``reports``: (day,
    progress or None). ``chains`` are the codes of the chains that its node stands in.
    """

    code: str
    name: str
    name_en: str
    unit: str
    event: str
    region: str
    node: str
    chains: tuple[str, ...]
    parties: tuple[str, ...]
    total: int
    required: int
    required_by: str
    moves: tuple[tuple[str, str], ...]
    plans: tuple[tuple[str, str, str], ...]
    signings: tuple[tuple[str, str, int, str], ...]
    arrivals: tuple[tuple[str, int], ...]
    reports: tuple[tuple[str, int | None], ...]


@dataclass(frozen=True, slots=True)
class Standing:
    """A project on a day. ``stage`` may be a way out; ``rank`` is that of the last stage before.

    ``signed`` and ``started`` are the first days of those stages, empty where never reached;
    ``contracted`` and ``arrived`` are whole yuan by the counting rules.
    """

    track: Track
    stage: str
    since: str
    rank: int
    signed: str
    started: str
    agreement: str
    contracted: int
    arrived: int

    @property
    def is_dead(self) -> bool:
        """Changed into something else, or ended: it fulfils nothing any more."""
        return self.stage in {CHANGED, ENDED}


def count_amount(signings: Iterable[tuple[str, str, int, str]], until: str) -> int:
    """Sum up what was signed until a day: the first amount and each increment.

    An upgrade adds no amount: the project was counted at its first signing.
    """
    return sum(
        amount
        for day, kind, amount, _agreement in signings
        if day <= until and kind != SigningKind.UPGRADE
    )


@dataclass(frozen=True, slots=True)
class Step:
    """What holds from a move on. ``rank`` is that of the last stage that was no way out.

    ``signed`` and ``started`` are the days on which those stages were first reached, empty where
    they were not, or were taken back by a later step.
    """

    day: str
    stage: str
    rank: int
    signed: str
    started: str


def steps(track: Track, scheme: StageScheme = PROJECT_STAGES) -> list[Step]:
    """Follow a project's moves."""
    signing, starting = scheme.rank(SIGNED), scheme.rank(STARTED)
    rank, signed, started = -1, "", ""
    found = []
    for day, stage in track.moves:
        place = scheme.rank(stage)
        if place >= 0:
            rank = place
            signed = (signed or day) if rank >= signing else ""
            started = (started or day) if rank >= starting else ""
        found.append(Step(day, stage, rank, signed, started))
    return found


def stand(track: Track, at: str, scheme: StageScheme = PROJECT_STAGES) -> Standing | None:
    """Read where a project stood at the end of a day; None before its first stage."""
    step = next((each for each in reversed(steps(track, scheme)) if each.day <= at), None)
    if step is None:
        return None
    return Standing(
        track=track,
        stage=step.stage,
        since=step.day,
        rank=step.rank,
        signed=step.signed,
        started=step.started,
        agreement=next((each[3] for each in reversed(track.signings) if each[0] <= at), ""),
        contracted=count_amount(track.signings, at),
        arrived=sum(amount for day, amount in track.arrivals if day <= at),
    )


def stand_all(
    tracks: Iterable[Track], at: str, scheme: StageScheme = PROJECT_STAGES
) -> list[Standing]:
    """Read where projects stood at the end of a day; for many, see graph/ledger."""
    return [found for track in tracks if (found := stand(track, at, scheme)) is not None]


def plans_at(track: Track, at: str) -> dict[str, str]:
    """Return the planned day of each stage as it was known on a day."""
    planned: dict[str, str] = {}
    for known, stage, day in track.plans:
        if known > at:
            break
        planned[stage] = day
    return {stage: day for stage, day in planned.items() if day}


def light_of(
    standing: Standing,
    at: date,
    scheme: StageScheme = PROJECT_STAGES,
    rules: Sequence[LightRule] = PROJECT_RULES,
) -> Light:
    """Give a project its light as of a day."""
    return evaluate(facts_of(standing, at), scheme, at, rules)


def facts_of(standing: Standing, at: date) -> Facts:
    """Tell the light's rules what is known of a project on a day.

    By plan, progress grows evenly from the start of building to the planned start of production.
    """
    track, day = standing.track, at.isoformat()
    planned = {key: date.fromisoformat(text) for key, text in plans_at(track, day).items()}
    reports = [report for report in track.reports if report[0] <= day]
    told = [progress for _day, progress in reports if progress is not None]
    heard = max([standing.since, *(report[0] for report in reports[-1:])])
    is_due = bool(track.required_by) and day > track.required_by
    return Facts(
        stage=standing.stage,
        planned=planned,
        expected=_expected(standing, planned.get(PRODUCING), at),
        progress=told[-1] if told else None,
        required=track.required if is_due else 0,
        arrived=standing.arrived,
        heard=date.fromisoformat(heard),
    )


def _expected(standing: Standing, production: date | None, at: date) -> int | None:
    if not standing.started or production is None:
        return None
    if standing.rank >= PROJECT_STAGES.rank(PRODUCING):
        return None
    start = date.fromisoformat(standing.started)
    whole = (production - start).days
    return min(HUNDRED, (at - start).days * HUNDRED // whole) if whole > 0 else HUNDRED
