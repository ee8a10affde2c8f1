"""Runs the proof of proof.py in a process of its own, which can be ended at any moment."""

import contextlib
import json
import subprocess
import sys
import threading
from types import TracebackType
from typing import Self

import numpy as np

from chainmatch.scheduling.problem import Problem


class Proof:
    """Two encodings at work side by side; used with ``with``: they never outlive the search."""

    def __init__(self, problem: Problem) -> None:
        self._tries = [_Try(problem), _Try(problem, "counts-busy")]

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        for each in self._tries:
            each.end()

    def is_over(self) -> bool:
        """Whether a solver has ended, with or without an answer."""
        return any(each.is_over() for each in self._tries)

    def slots(self) -> np.ndarray | None:
        """Return the slots (R,) of a timetable proven to have the fewest breaks, if found."""
        found = [slots for each in self._tries if (slots := each.slots()) is not None]
        return found[0] if found else None


class _Try:
    """One solver in its process."""

    def __init__(self, problem: Problem, *options: str) -> None:
        self._process = subprocess.Popen(
            [sys.executable, "-m", "chainmatch.scheduling.proof", *options],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            text=True,
        )
        arrays = {name: value.tolist() for name, value in problem._asdict().items()}
        self._answer = ""
        self._talk = threading.Thread(target=self._ask, args=[json.dumps(arrays)], daemon=True)
        self._talk.start()

    def end(self) -> None:
        """End the process, whatever it does."""
        self._process.kill()
        self._process.wait()
        self._talk.join()
        with contextlib.suppress(OSError):
            self._process.stdin.close()
        self._process.stdout.close()

    def _ask(self, question: str) -> None:
        """Put the question; the child ends when its input does, and so with this process."""
        with contextlib.suppress(OSError):
            print(question, file=self._process.stdin, flush=True)
            self._answer = self._process.stdout.readline()

    def is_over(self) -> bool:
        """Whether the solver has ended, with or without an answer."""
        return not self._talk.is_alive()

    def slots(self) -> np.ndarray | None:
        """Return the slots (R,) of a timetable proven to have the fewest breaks, if found."""
        found = json.loads(self._answer) if self.is_over() and self._answer else None
        return None if found is None else np.array(found, np.int32)
