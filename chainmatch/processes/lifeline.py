"""A child process that shall not outlive its parent, however the parent dies."""

import os
import signal
import threading
import time

GRACE_SECONDS = 8.0
CHUNK = 4096


def end_with_parent() -> None:
    """End this process (SIGTERM, later by force) when its standard input closes.

    The parent holds the other end of the pipe; the kernel closes it even after ``kill -9``.
    """
    threading.Thread(target=_wait_for_end, name="lifeline", daemon=True).start()


def _wait_for_end() -> None:
    while os.read(0, CHUNK):
        pass
    os.kill(os.getpid(), signal.SIGTERM)
    time.sleep(GRACE_SECONDS)
    os._exit(1)
