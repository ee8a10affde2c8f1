"""The fewest interruptions of a day in which everything is placed, proven by MaxSAT.

A meeting stands in one slot, a party is busy in a slot at most once. A party's day has *begun* by
a slot and is *done* before a slot; it is *whole* where those are as far apart as it has meetings.
Whole days are the soft clauses, one a party, and second interruptions; third ones are forbidden.
Putting the wish on whole days instead of single interruptions let RC2 prove the hardest published
instance in seconds instead of minutes. Implied constraints (meetings of a party, busy parties of a
slot) after Bofill et al., «Constraint Solving Approaches to the Business-to-Business Meeting
Scheduling Problem», JAIR 74 (2022); RC2: Ignatiev, Morgado, Marques-Silva, JSAT 11 (2019).
"""

import itertools
import json
import sys
from collections import defaultdict
from collections.abc import Iterable

import numpy as np
from pysat.card import CardEnc, EncType
from pysat.examples.rc2 import RC2
from pysat.formula import WCNF, IDPool

from chainmatch.processes.lifeline import end_with_parent
from chainmatch.scheduling.problem import Problem

SOLVER = "glucose4"
MOST_BREAKS = 2
PARTIES_A_MEETING = 2
COUNTS_BUSY = "counts-busy"


def fewest_breaks(problem: Problem, *, counts_busy: bool = True) -> np.ndarray | None:
    """Return slots (R,) with every request placed and the fewest breaks; None: cannot be placed.

    ``counts_busy`` adds the implied limit on the busy parties of a slot. Of the published instances
    it solves two in seconds that take minutes without, and one the other way round.
    """
    formula = _Formula(problem, counts_busy=counts_busy)
    if formula.is_impossible:
        return None
    with RC2(formula.clauses, solver=SOLVER, adapt=True, exhaust=True, minz=True) as solver:
        model = solver.compute()
    return None if model is None else formula.slots(set(model))


class _Formula:
    """The clauses for one problem."""

    def __init__(self, problem: Problem, *, counts_busy: bool) -> None:
        self.counts_busy = counts_busy
        self.problem = problem
        self.names = IDPool()
        self.clauses = WCNF()
        self.slot_count = len(problem.seats)
        self.is_impossible = False
        self.in_slot: dict[int, list[int]] = defaultdict(list)
        self.busy_in_slot: dict[int, list[int]] = defaultdict(list)
        self.of_holder: dict[tuple[int, int], list[int]] = defaultdict(list)
        for request in range(len(problem.weight)):
            self._place_once(request)
        degree = np.bincount(problem.parties.ravel(), minlength=len(problem.most))
        for holder in range(len(problem.most)):
            busy = self._busy(holder)
            if degree[holder]:
                self._shape_day(holder, int(degree[holder]), busy)
        for slot in range(self.slot_count):
            self._limit_tables(slot)

    def slots(self, true: set[int]) -> np.ndarray:
        """Read the slots (R,) off a model."""
        found = np.full(len(self.problem.weight), -1, np.int32)
        for request, slot in zip(*np.nonzero(self.problem.allowed), strict=True):
            if self._name("at", request, slot) in true:
                found[request] = slot
        return found

    def _name(self, *words: object) -> int:
        return self.names.id(tuple(map(str, words)))

    def _say(self, *literals: int) -> None:
        self.clauses.append(list(literals))

    def _at_most_one(self, literals: Iterable[int]) -> None:
        for one, other in itertools.combinations(literals, 2):
            self._say(-one, -other)

    def _count(self, literals: list[int], limit: int, *, exactly: bool = False) -> None:
        count = CardEnc.equals if exactly else CardEnc.atmost
        if exactly or len(literals) > limit:
            encoded = count(literals, limit, vpool=self.names, encoding=EncType.seqcounter)
            self.clauses.extend(encoded.clauses)

    def _place_once(self, request: int) -> None:
        options = []
        for slot in np.flatnonzero(self.problem.allowed[request]).tolist():
            options.append(self._name("at", request, slot))
            if self.problem.is_free[request]:
                self.in_slot[slot].append(options[-1])
            for holder in self.problem.holders[request].tolist():
                self.of_holder[holder, slot].append(options[-1])
        self.is_impossible |= not options
        self._say(*options)
        self._at_most_one(options)

    def _busy(self, holder: int) -> dict[int, int]:
        """Name the slots in which a holder can be busy, and let it be so at most once."""
        busy = {}
        for slot in range(self.slot_count):
            options = self.of_holder.get((holder, slot))
            if options:
                busy[slot] = self._name("busy", holder, slot)
                self._say(-busy[slot], *options)
                for option in options:
                    self._say(-option, busy[slot])
                self._at_most_one(options)
        return busy

    def _shape_day(self, holder: int, meetings: int, busy: dict[int, int]) -> None:
        for slot, literal in busy.items():
            self.busy_in_slot[slot].append(literal)
        if meetings > len(busy):
            self.is_impossible = True
            return
        self._count(list(busy.values()), meetings, exactly=True)
        if meetings > 1:
            self._wish_whole_day(holder, meetings, busy)
            self._limit_breaks(holder, busy)

    def _wish_whole_day(self, holder: int, meetings: int, busy: dict[int, int]) -> None:
        whole = self._name("whole", holder)
        begun = [self._name("begun", holder, slot) for slot in range(self.slot_count)]
        done = [self._name("done", holder, slot) for slot in range(self.slot_count + 1)]
        self.clauses.append([whole], weight=1)
        self._say(done[-1])
        for slot in range(self.slot_count):
            here = [busy[slot]] if slot in busy else []
            before = [begun[slot - 1]] if slot else []
            self._say(-begun[slot], *before, *here)
            self._say(-done[slot + 1], done[slot], *here)
            self._say(-done[slot], done[slot + 1])
            for literal in before:
                self._say(-literal, begun[slot])
            for literal in here:
                self._say(-literal, begun[slot])
                self._say(-literal, -done[slot])
            if slot + meetings <= self.slot_count:
                self._say(-whole, -begun[slot], done[slot + meetings])
            self._say(-whole, -begun[slot], done[slot], *here)
            earlier = [begun[slot - meetings]] if slot >= meetings else []
            self._say(-whole, -begun[slot], *earlier, *here)
        self._say(begun[self.slot_count - meetings])
        self._say(-done[meetings - 1])

    def _limit_breaks(self, holder: int, busy: dict[int, int]) -> None:
        """Let no more than two interruptions be; not being whole pays for the first."""
        whole, twice = self._name("whole", holder), self._name("twice", holder)
        breaks = []
        for slot in range(2, self.slot_count):
            if slot in busy:
                breaks.append(self._name("break", holder, slot))
                before = [busy[slot - 1]] if slot - 1 in busy else []
                begun = self._name("begun", holder, slot - 2)
                self._say(-busy[slot], -begun, breaks[-1], *before)
                self._say(-breaks[-1], -whole)
        self.clauses.append([-twice], weight=1)
        for one, other in itertools.combinations(breaks, 2):
            self._say(-one, -other, twice)
        self._count(breaks, MOST_BREAKS)

    def _limit_tables(self, slot: int) -> None:
        tables = int(self.problem.seats[slot])
        self._count(self.in_slot[slot], tables)
        if self.counts_busy and self.problem.is_free.all():
            self._count(self.busy_in_slot[slot], tables * PARTIES_A_MEETING)


def _answer() -> None:
    """Read a problem from standard input and write its slots, until that input is closed."""
    arrays = json.loads(sys.stdin.readline())
    end_with_parent()
    problem = Problem(**{name: np.array(value) for name, value in arrays.items()})
    slots = fewest_breaks(problem, counts_busy=COUNTS_BUSY in sys.argv)
    print(json.dumps(None if slots is None else slots.tolist()), flush=True)


if __name__ == "__main__":
    _answer()
