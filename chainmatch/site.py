"""The web server process: ``python -m chainmatch.site HOST``, started by ``chainmatch serve``."""

import sys
from typing import Any

from gunicorn.app.base import BaseApplication

from chainmatch import create_app
from chainmatch.config import Config, read_config
from chainmatch.processes.lifeline import end_with_parent
from chainmatch.processes.logs import init_logs
from graph.search import warm

THREADS = 8
REQUEST_SECONDS = 120
GRACE_SECONDS = 4
LONGEST_ADDRESS = 8190
"""Filters and the cursor of a program's list stand in its address, Chinese at nine signs each."""


def _warm_up(worker: Any) -> None:
    """Let a new process read what search keeps in memory before the first visitor searches."""
    warm(worker.wsgi.extensions["store"])


class Site(BaseApplication):
    """gunicorn with our settings and nothing from the command line."""

    def __init__(self, config: Config, host: str) -> None:
        self._config = config
        self._host = host
        super().__init__()

    def load_config(self) -> None:
        """Tell gunicorn how to run; its control socket would only be one more open door."""
        settings = {
            "bind": f"{self._host}:{self._config.port}",
            "workers": self._config.workers,
            "worker_class": "gthread",
            "threads": THREADS,
            "timeout": REQUEST_SECONDS,
            "graceful_timeout": GRACE_SECONDS,
            "preload_app": True,
            "control_socket_disable": True,
            "limit_request_line": LONGEST_ADDRESS,
            "loglevel": "warning",
            "post_worker_init": _warm_up,
        }
        for name, value in settings.items():
            self.cfg.set(name, value)

    def load(self) -> Any:
        """Return the site; its connection to the graph is opened by each worker itself."""
        return create_app(self._config)


if __name__ == "__main__":
    init_logs()
    end_with_parent()
    Site(read_config(), sys.argv[1]).run()
