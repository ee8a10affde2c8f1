"""Copies a graph into an empty one, on whichever server: streamed, resumable, verified."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from graph.domain.clock import instant_text
from graph.domain.copying import Copy, Counts, Tally, differing
from graph.domain.progress import Progress, silent
from graph.errors import Conflict
from graph.messages import Message, message
from graph.store import Store
from graph.store.bulk import copies

READINGS = 3
"""Every row is copied, then read again at the source and at the target."""


@dataclass(frozen=True)
class Copied:
    """What a copy holds: rows and checksum by part; ``resumed`` rows were there from before."""

    nodes: int
    links: int
    resumed: int
    parts: Mapping[str, Tally]


def copy_graph(
    source: Store, target: Store, *, at: datetime, progress: Progress = silent
) -> Copied:
    """Copy all of a graph into an empty one, or go on with a copy that was interrupted.

    Both are migrated already. Raises Conflict where the target holds anything else, where the
    source is being worked on or has changed meanwhile, and where both differ at the end.
    """
    work = _Copying(source, target, at, progress)
    copied = work.copy()
    work.verify()
    work.finish()
    return copied


def require_rest(source: Store, *, at: datetime) -> None:
    """Raise Conflict where a job is running on a graph, or where it is half a copy itself."""
    running = copies.find_running_job(source, at=at)
    if running:
        raise Conflict(
            "源图谱上正在运行任务（%(kind)s）。请等它完成，停止网站和后台进程后再复制。",
            kind=running,
        )
    mark = copies.find_copy(source)
    if mark is not None and not mark.finished_at:
        raise Conflict("源图谱本身是一份没有完成的副本，请先完成它。")


class _Copying:
    def __init__(self, source: Store, target: Store, at: datetime, progress: Progress) -> None:
        require_rest(source, at=at)
        self._source = source
        self._target = target
        self._at = instant_text(at)
        self._counts = copies.count_parts(source)
        self._mark = self._begun()
        self._resumed = self._mark.rows
        self._progress = progress
        self._total = READINGS * sum(self._counts.values())
        self._done = self._resumed

    def _begun(self) -> Copy:
        """Take up the unfinished copy of this source, or begin one in an empty target."""
        identity = copies.find_identity(self._source)
        mark = copies.find_copy(self._target)
        if mark is not None:
            _require_same(mark, identity, self._counts)
            return mark
        if copies.count_parts(self._target):
            raise Conflict("目标图谱里已有数据，没有复制任何内容。请换一个空的数据库。")
        mark = Copy(identity, self._at, self._counts)
        copies.begin_copy(self._target, mark)
        return mark

    def copy(self) -> Copied:
        for part in copies.PARTS:
            if part in self._counts:
                self._copy_part(part)
        done = {part: self._mark.of(part).tally for part in self._counts}
        return Copied(
            nodes=sum(done[part].rows for part in copies.NODE_PARTS if part in done),
            links=sum(done[part].rows for part in copies.LINK_PARTS if part in done),
            resumed=self._resumed,
            parts=done,
        )

    def _copy_part(self, part: str) -> None:
        note = message("正在复制 %(part)s", part=part)
        self._advance(0, note)
        for piece in copies.read_pieces(self._source, part, skip=self._mark.of(part).keys):
            after = self._mark.after(part, keys=piece.keys, rows=piece.rows)
            copies.write_piece(self._target, part, piece.rows, before=self._mark, after=after)
            self._mark = after
            self._advance(len(piece.rows), note)

    def verify(self) -> None:
        """Compare both graphs, as they stand now, with what was copied."""
        copied = {part: done.tally for part, done in self._mark.parts.items()}
        changed = differing(copied, self._tallies(self._source, message("正在核对源图谱")))
        if changed:
            raise Conflict(
                "复制期间源图谱有改动（%(parts)s），副本不完整。请停止网站和后台进程，"
                "清空目标后重新复制。",
                parts=", ".join(changed),
            )
        wrong = differing(copied, self._tallies(self._target, message("正在核对目标图谱")))
        if wrong:
            raise Conflict(
                "核对不一致：目标图谱的 %(parts)s 与源图谱不同。请清空目标后重新复制。",
                parts=", ".join(wrong),
            )

    def _tallies(self, store: Store, note: Message) -> dict[str, Tally]:
        return {part: self._tally(store, part, note) for part in copies.count_parts(store)}

    def _tally(self, store: Store, part: str, note: Message) -> Tally:
        counted = Tally()
        for grown in copies.tally(store, part):
            self._advance(grown.rows - counted.rows, note)
            counted = grown
        return counted

    def finish(self) -> None:
        """Mark the copy as finished."""
        copies.finish_copy(self._target, self._mark, self._mark.finished(self._at))

    def _advance(self, rows: int, note: Message) -> None:
        self._done += rows
        self._progress(min(self._done, self._total), self._total, note)


def _require_same(mark: Copy, identity: str, counts: Counts) -> None:
    if mark.finished_at:
        raise Conflict(
            "目标图谱是 %(at)s 完成的一份副本，没有再复制。要重新复制，请先清空目标。",
            at=mark.finished_at,
        )
    if mark.source != identity:
        raise Conflict("目标图谱里有另一个图谱没有完成的副本，没有复制任何内容。")
    if mark.counts != counts:
        raise Conflict("上次中断之后源图谱有改动，不能接着复制。请清空目标后重新复制。")
