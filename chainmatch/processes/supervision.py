"""Keeps the processes of one installation running: database, web server, worker."""

import signal
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from enum import Enum, auto
from typing import Protocol

from graph.embedded import EmbeddedServer
from graph.errors import ChainMatchError
from graph.messages import Message, message

Report = Callable[[Message], None]

FIRST_PAUSE = 0.5
LONGEST_PAUSE = 30.0
STEADY_SECONDS = 60.0
STOP_SECONDS = 7.0


class Backoff:
    """How long to wait before the next start: doubling, forgotten after a steady minute."""

    def __init__(self) -> None:
        self._pause = FIRST_PAUSE
        self._due = 0.0
        self._started = time.monotonic()

    def note_start(self) -> None:
        """Remember when the process came up."""
        self._started = time.monotonic()

    def note_death(self) -> None:
        """Choose the moment of the next start."""
        if time.monotonic() - self._started > STEADY_SECONDS:
            self._pause = FIRST_PAUSE
        self._due = time.monotonic() + self._pause
        self._pause = min(self._pause * 2, LONGEST_PAUSE)

    @property
    def is_due(self) -> bool:
        """Whether the pause is over."""
        return time.monotonic() >= self._due


class Supervised(Protocol):
    """A process that ``tick`` keeps alive and ``ask_to_stop`` and ``stop`` end."""

    def tick(self) -> None:
        """Look after the process; called about twice a second, never blocks for long."""
        ...

    def ask_to_stop(self) -> None:
        """Ask the process to end, without waiting."""
        ...

    def stop(self, deadline: float) -> None:
        """Wait for the end until ``deadline`` (monotonic), then end it by force."""
        ...


class Child:
    """One of our own Python processes; it ends with us because it reads our end of a pipe."""

    def __init__(self, name: Message, module_and_arguments: Sequence[str], report: Report) -> None:
        self._name = name
        self._command = [sys.executable, "-m", *module_and_arguments]
        self._report = report
        self._process: subprocess.Popen[bytes] | None = None
        self._backoff = Backoff()
        self._is_down = False

    def start(self) -> None:
        """Start the process in a session of its own, so that Ctrl-C reaches only us."""
        self._process = subprocess.Popen(
            self._command, stdin=subprocess.PIPE, start_new_session=True
        )
        self._is_down = False
        self._backoff.note_start()

    @property
    def pid(self) -> int | None:
        """Process id, or None before the start."""
        return self._process.pid if self._process else None

    def tick(self) -> None:
        """Start the process again, after a pause, where it has died."""
        if self._process is None or self._process.poll() is None:
            return
        if not self._is_down:
            self._is_down = True
            self._backoff.note_death()
            text = message(
                "%(name)s意外退出（代码 %(code)s），即将重新启动。",
                name=self._name,
                code=self._process.returncode,
            )
            self._report(text)
        if self._backoff.is_due:
            self._close_pipe()
            self.start()

    def ask_to_stop(self) -> None:
        """Send SIGTERM."""
        if self._process is not None and self._process.poll() is None:
            self._process.send_signal(signal.SIGTERM)

    def stop(self, deadline: float) -> None:
        """Wait for the end, then kill."""
        if self._process is None:
            return
        try:
            self._process.wait(max(0.1, deadline - time.monotonic()))
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()
        self._close_pipe()
        self._process = None

    def _close_pipe(self) -> None:
        if self._process is not None and self._process.stdin is not None:
            self._process.stdin.close()


class DatabaseState(Enum):
    """Where the database process stands."""

    UP = auto()
    DOWN = auto()
    STARTING = auto()


class Database:
    """The embedded database: restarted on its old ports, reported when away and when back."""

    def __init__(self, server: EmbeddedServer, report: Report) -> None:
        self._server = server
        self._report = report
        self._backoff = Backoff()
        self._state = DatabaseState.UP

    def tick(self) -> None:
        """Notice a death, start anew after a pause, notice the return."""
        if self._state == DatabaseState.UP and not self._server.is_alive:
            self._note_death(message("图数据库进程意外退出，正在重新启动；网站暂时答复 503。"))
        elif self._state == DatabaseState.DOWN and self._backoff.is_due:
            self._launch()
        elif self._state == DatabaseState.STARTING:
            self._look_for_return()

    def ask_to_stop(self) -> None:
        """Do nothing yet: the others still write."""

    def stop(self, deadline: float) -> None:
        """Close the database; it takes the time it needs to close its files."""
        self._server.stop()

    def _note_death(self, words: Message) -> None:
        self._report(words)
        self._backoff.note_death()
        self._state = DatabaseState.DOWN

    def _launch(self) -> None:
        try:
            self._server.launch()
        except ChainMatchError as error:
            self._note_death(error.message)
        else:
            self._state = DatabaseState.STARTING

    def _look_for_return(self) -> None:
        try:
            endpoint = self._server.find_ready()
        except ChainMatchError as error:
            self._note_death(error.message)
            return
        if endpoint is not None:
            self._state = DatabaseState.UP
            self._backoff.note_start()
            self._report(message("图数据库已恢复。"))


def stop_all(others: Sequence[Supervised], database: Supervised | None) -> None:
    """End everything within about ten seconds: first those who write, then the database."""
    for each in others:
        each.ask_to_stop()
    deadline = time.monotonic() + STOP_SECONDS
    for each in others:
        each.stop(deadline)
    if database is not None:
        database.stop(deadline)
