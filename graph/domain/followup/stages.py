"""Stages that an item goes through: a scheme is data, and each change of it is a new version."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property

from graph.domain.recommendation import Place
from graph.errors import BadInput
from graph.messages import Message, message


class EvidenceKind(StrEnum):
    """What shows that a stage was reached."""

    AGREEMENT = "agreement"
    RECEIPT = "receipt"
    PERMIT = "permit"
    SITE_PHOTO = "site_photo"
    ENROLMENT = "enrolment"
    PRODUCTION = "production"
    OUTPUT = "output"
    OTHER = "other"


@dataclass(frozen=True)
class Stage:
    """A stage, or a way out. ``evidence`` lists kinds of which one at least is asked for.

    A stage that an office does without is not ``used``: it keeps its place in the order, is
    never entered, and leaving it out skips nothing. A ``strict`` one is entered with evidence only.
    """

    key: str
    name: str
    name_en: str
    evidence: tuple[EvidenceKind, ...] = ()
    used: bool = True
    strict: bool = False

    @property
    def place(self) -> Place:
        """Its name as a value of a Message, said in the reader's language."""
        return Place(self.key, self.name, self.name_en)


class Direction(StrEnum):
    """Where a move leads."""

    START = "start"
    FORWARD = "forward"
    SKIP = "skip"
    BACK = "back"
    EXIT = "exit"
    RESUME = "resume"


@dataclass(frozen=True)
class Move:
    """A move that may be made: where it leads, and the stages that it leaves out."""

    direction: Direction
    target: Stage
    skipped: tuple[Stage, ...] = ()

    @property
    def needs_reason(self) -> bool:
        """Everything but the first entry and the next stage has to be explained."""
        return self.direction not in {Direction.START, Direction.FORWARD}


@dataclass(frozen=True)
class StageScheme:
    """The stages in their order and the ways out; ``version`` counts from 1."""

    version: int
    stages: tuple[Stage, ...]
    exits: tuple[Stage, ...]

    @cached_property
    def numbers(self) -> Mapping[str, int]:
        """Number the stages in their order, then the ways out."""
        return {stage.key: place for place, stage in enumerate((*self.stages, *self.exits))}

    def find(self, key: str) -> Stage:
        """Return a stage or a way out. Raises BadInput."""
        for stage in (*self.stages, *self.exits):
            if stage.key == key:
                return stage
        raise BadInput("没有名为“%(stage)s”的阶段。", stage=key)

    def rank(self, key: str) -> int:
        """Return the place of a stage from 0; ways out and unknown stages give -1."""
        place = self.numbers.get(key, -1)
        return place if place < len(self.stages) else -1

    def is_exit(self, key: str) -> bool:
        """Tell whether this is a way out."""
        return self.numbers.get(key, -1) >= len(self.stages)

    def next_after(self, key: str) -> Stage | None:
        """Return the used stage that follows; None after the last one and outside the order."""
        rank = self.rank(key)
        if rank < 0:
            return None
        return next((stage for stage in self.stages[rank + 1 :] if stage.used), None)

    def move(self, history: Sequence[str], target: str, reason: str = "") -> Move:
        """Plan a move of an item that went through ``history``, the present stage last.

        After a way out the order goes on from the last stage before it. Raises BadInput where
        the target is the present stage, or where a skip, a step back, a way out or a return has
        no reason.
        """
        move = self._plan(history, self.find(target))
        if move.needs_reason and not reason.strip():
            raise _unexplained(move)
        return move

    def _plan(self, history: Sequence[str], target: Stage) -> Move:
        present = history[-1] if history else ""
        if present == target.key:
            raise BadInput("已经处于“%(stage)s”阶段。", stage=target.place)
        if self.is_exit(target.key):
            return Move(Direction.EXIT, target)
        if not target.used:
            raise BadInput("“%(stage)s”阶段已停用，请选择其他阶段。", stage=target.place)
        before = max(self.rank(self._last_stage(history)), -1)
        rank = self.rank(target.key)
        if not history:
            return Move(Direction.START, target)
        skipped = tuple(each for each in self.stages[before + 1 : rank] if each.used)
        if self.is_exit(present):
            return Move(Direction.RESUME, target, skipped)
        if rank < before:
            return Move(Direction.BACK, target)
        return Move(Direction.SKIP if skipped else Direction.FORWARD, target, skipped)

    def _last_stage(self, history: Sequence[str]) -> str:
        return next((key for key in reversed(history) if self.rank(key) >= 0), "")


def listed(stages: Sequence[Stage]) -> Message | Place:
    """Name several stages in the reader's language; there is at least one."""
    last = stages[-1].place
    if len(stages) == 1:
        return last
    return message("%(before)s、%(last)s", before=listed(stages[:-1]), last=last)


def _unexplained(move: Move) -> BadInput:
    target = move.target.place
    if move.direction == Direction.SKIP:
        return BadInput(
            "从当前阶段到“%(stage)s”跳过了 %(skipped)s，请写明原因。",
            stage=target,
            skipped=listed(move.skipped),
        )
    if move.direction == Direction.BACK:
        return BadInput("退回“%(stage)s”需要写明原因。", stage=target)
    return BadInput("转为“%(stage)s”需要写明原因。", stage=target)


PLANNING, TALKS, SIGNED, FULFILLED = "planning", "talks", "signed", "fulfilled"
STARTED, BUILDING, PRODUCING, AT_CAPACITY = "started", "building", "producing", "at_capacity"
CHANGED, PAUSED, ENDED = "changed", "paused", "ended"

PROJECT_STAGES = StageScheme(
    1,
    (
        Stage(PLANNING, "谋划", "Planning"),
        Stage(TALKS, "洽谈", "Talks"),
        Stage(SIGNED, "签约", "Signed", (EvidenceKind.AGREEMENT,)),
        Stage(FULFILLED, "履约", "Fulfilled", (EvidenceKind.RECEIPT,)),
        Stage(STARTED, "开工", "Started", (EvidenceKind.PERMIT, EvidenceKind.SITE_PHOTO)),
        Stage(BUILDING, "建设（入库）", "Building", (EvidenceKind.ENROLMENT,)),
        Stage(PRODUCING, "投产", "Producing", (EvidenceKind.PRODUCTION,)),
        Stage(AT_CAPACITY, "达产", "At capacity", (EvidenceKind.OUTPUT,)),
    ),
    (
        Stage(CHANGED, "变更", "Changed"),
        Stage(PAUSED, "暂停", "Paused"),
        Stage(ENDED, "终止", "Ended"),
    ),
)
"""The default scheme of signed projects."""
