"""Waiting in tests for what another process or thread does."""

import time
from collections.abc import Callable

WAIT_SECONDS = 20


def wait_for(is_so: Callable[[], bool]) -> None:
    deadline = time.monotonic() + WAIT_SECONDS
    while not is_so():
        assert time.monotonic() < deadline
        time.sleep(0.05)
