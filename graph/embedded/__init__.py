"""The default database: ArcadeDB from PyPI as a child process, reached over Bolt on loopback.

The server process holds a lock on its folder for as long as it lives, so that two servers never
open the same data, and ends by itself when the process that started it is gone.
"""

from graph.embedded.folder import (
    DATABASE,
    Endpoint,
    Folder,
    find_reader,
    find_running,
    graph_folder,
)
from graph.embedded.process import EmbeddedServer, running

__all__ = [
    "DATABASE",
    "EmbeddedServer",
    "Endpoint",
    "Folder",
    "find_reader",
    "find_running",
    "graph_folder",
    "running",
]
