"""Surveys the whole map once: all figures, and the likeliest duplicates."""

from collections import Counter
from dataclasses import asdict
from typing import Any

from graph.data_quality.contradictions import find
from graph.domain.data_quality import BY_CHAIN, BY_SOURCE, Report, Rule
from graph.domain.duplicates import Candidate, Clue, Likeness
from graph.domain.progress import Progress, silent
from graph.duplicates.finding import Found, find_duplicates
from graph.messages import Message, message
from graph.store import Store
from graph.store.map.search import find_mark
from graph.store.soundness import coverage
from graph.store.soundness.coverage import Reading

COVERAGE, AGES, DUPLICATES = 1, 2, 3
PARTS = DUPLICATES + len(Rule)


def survey(store: Store, at: str, home: str, progress: Progress = silent) -> dict[str, Any]:
    """Return report and duplicates as JSON values. Raises Cancelled."""
    reading, mark = Reading(at, home), find_mark(store)
    progress(0, PARTS, message("统计资料覆盖情况"))
    covered = coverage.count_covered(store, reading)
    progress(COVERAGE, PARTS, message("统计数据日期"))
    ages = coverage.count_ages(store, reading)
    chain_ages = coverage.count_chain_ages(store, reading)
    found = find_duplicates(store, at, _part(progress))
    counted = _count_found(store, reading, progress)
    report = Report(at, mark, home, covered, counted, ages, chain_ages)
    return {"report": asdict(report), "duplicates": write_found(found)}


def _part(progress: Progress) -> Progress:
    """Let the comparing of names, which has steps of its own, be one part of the whole."""

    def report(done: int, total: int, note: Message) -> None:
        progress(AGES, PARTS, note)

    report(0, 0, message("比较名称相近的企业"))
    return report


def read_report(result: dict[str, Any]) -> Report:
    """Read a report back from a job's result."""
    return Report(**result["report"])


def write_found(found: Found) -> dict[str, Any]:
    """Write candidates as JSON values."""
    rows = [
        [each.one, each.other, each.likeness.score, [clue.value for clue in each.likeness.clues]]
        for each in found.candidates
    ]
    return {"rows": rows, "total": found.total, "compared": found.compared}


def read_found(result: dict[str, Any]) -> Found:
    """Read candidates back from a job's result."""
    told = result["duplicates"]
    candidates = tuple(
        Candidate(one, other, Likeness(score, tuple(Clue(clue) for clue in clues)))
        for one, other, score, clues in told["rows"]
    )
    return Found(candidates, told["total"], told["compared"])


def _count_found(store: Store, reading: Reading, progress: Progress) -> dict[str, dict[str, int]]:
    """Count contradictions by scope and rule."""
    chains = coverage.read_chains(store, reading)
    counts: dict[str, Counter[str]] = {}
    for place, rule in enumerate(Rule):
        progress(DUPLICATES + place, PARTS, message("核对互相矛盾的数据"))
        for each in find(store, rule, reading.at):
            scopes = {"", *(BY_SOURCE + source for source in each.sources)}
            for code in (each.code, each.other):
                scopes.update(BY_CHAIN + chain for chain in chains.get(code, ()))
            for scope in scopes:
                counts.setdefault(scope, Counter())[rule.value] += 1
    return {scope: dict(counted) for scope, counted in counts.items()}
