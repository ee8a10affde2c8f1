"""``chainmatch schedule``: a timetable for an instance file."""

import os
import signal
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, replace
from pathlib import Path
from types import FrameType

import click

from chainmatch.cli.session import json_option, print_json, progress_bar
from chainmatch.i18n import gettext, speaking, translate
from chainmatch.scheduling.budget import Budget
from chainmatch.scheduling.instance import Instance
from chainmatch.scheduling.mending import STABILITY
from chainmatch.scheduling.reading import read_instance, read_previous
from chainmatch.scheduling.solve import Solved, solve
from chainmatch.scheduling.timetable import Score, Unscheduled, score, write_json
from graph.domain.progress import Progress
from graph.errors import Cancelled
from graph.messages import Message

DEFAULT_SECONDS = 15.0
START_TICKS = 19
"""Where /proc/self/stat tells the start of the process, counted behind the command's name."""


@click.command()
@click.argument("instance", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option(
    "--out",
    type=click.Path(dir_okay=False, path_type=Path),
    required=True,
    help="日程写到这个文件。 Where the timetable goes.",
)
@click.option(
    "--seconds",
    type=click.FloatRange(min=0.1),
    default=DEFAULT_SECONDS,
    show_default=True,
    help="最多用多少秒（含启动）。 Seconds to take at most, start-up included.",
)
@click.option("--seed", type=int, default=0, show_default=True, help="随机种子。 Random seed.")
@click.option(
    "--steps",
    type=click.IntRange(min=0),
    help="按步数而不按时间：同一种子结果相同。 Moves instead of seconds: same seed, same result.",
)
@click.option(
    "--previous",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="尽量沿用这份日程。 Stay near to this timetable.",
)
@json_option
def schedule(
    instance: Path,
    out: Path,
    seconds: float,
    seed: int,
    steps: int | None,
    previous: Path | None,
    as_json: bool,
) -> None:
    """排会谈日程（Ctrl-C：保留目前最好的结果）。Schedule meetings (Ctrl-C: best so far)."""
    asked = _with_previous(read_instance(instance), previous)
    with progress_bar() as bar, _stopped_by_interrupt(bar) as progress:
        started = time.monotonic() - process_age()
        solved = solve(asked, Budget(seconds, steps, seed, progress, started))
        reached = score(asked, solved.timetable.meetings)
        write_json(out, _as_dict(solved, reached, is_counted=steps is not None))
    if as_json:
        print_json({"out": str(out), **asdict(reached), "bound": solved.bound})
    else:
        _tell(out, reached, len(asked.requests))


def process_age() -> float:
    """Return the seconds since this process began; its computing time where that is not told."""
    try:
        stat = Path("/proc/self/stat").read_text(encoding="utf-8")
        ticks = int(stat.rpartition(")")[2].split()[START_TICKS])
        return time.clock_gettime(time.CLOCK_BOOTTIME) - ticks / os.sysconf("SC_CLK_TCK")
    except (OSError, AttributeError, ValueError, IndexError):
        return time.process_time()


def _with_previous(asked: Instance, path: Path | None) -> Instance:
    if path is None:
        return asked
    stability = asked.stability or STABILITY
    return replace(asked, previous=read_previous(path), stability=stability)


@contextmanager
def _stopped_by_interrupt(report: Progress) -> Iterator[Progress]:
    """Turn Ctrl-C into Cancelled at the next report, so that the best so far is kept."""
    is_interrupted = False

    def interrupt(_signal: int, _frame: FrameType | None) -> None:
        nonlocal is_interrupted
        is_interrupted = True

    def progress(done: int, total: int, note: Message) -> None:
        report(done, total, note)
        if is_interrupted:
            raise Cancelled

    former = signal.signal(signal.SIGINT, interrupt)
    try:
        yield progress
    finally:
        signal.signal(signal.SIGINT, former)


def _as_dict(solved: Solved, reached: Score, *, is_counted: bool) -> dict[str, object]:
    return {
        "meetings": [asdict(meeting) for meeting in solved.timetable.meetings],
        "unscheduled": [_explained(each) for each in solved.timetable.unscheduled],
        "score": asdict(reached),
        "bound": solved.bound,
        "is_stopped": solved.is_stopped and not is_counted,
        "is_proven": solved.is_proven,
    }


def _explained(each: Unscheduled) -> dict[str, str]:
    told = {"request": each.request, "reason": each.code}
    for language, suffix in (("zh", ""), ("en", "_en")):
        with speaking(language):
            told[f"words{suffix}"] = translate(each.words)
            if each.mend:
                told[f"mend{suffix}"] = translate(each.mend)
    return told


def _tell(out: Path, reached: Score, requests: int) -> None:
    met = max(1, reached.parties_met)
    click.echo(
        gettext(
            "已写入 %(out)s：%(requests)s 个申请排了 %(meetings)s 场，%(met)s 家企业有会谈；"
            "每家平均空档 %(idle)s 个、换桌 %(changes)s 次。",
            out=out,
            requests=f"{requests:,}",
            meetings=f"{reached.meetings:,}",
            met=f"{reached.parties_met:,}",
            idle=f"{reached.idle_slots / met:.2f}",
            changes=f"{reached.table_changes / met:.2f}",
        )
    )
