"""What commands stand on: the graph, progress bars, ``--json``."""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import click
from rich.console import Console
from rich.progress import BarColumn, Progress, TaskProgressColumn, TextColumn, TimeRemainingColumn

from chainmatch.config import Config, read_config
from chainmatch.i18n import translate
from graph import embedded
from graph.domain.history.change import COMMAND
from graph.domain.progress import Progress as ProgressCallback
from graph.messages import Message
from graph.store import Store
from graph.store.history import hand
from graph.store.migrations import migrate

json_option = click.option("--json", "as_json", is_flag=True, help="输出 JSON。 Print JSON.")


@contextmanager
def open_graph(config: Config | None = None) -> Iterator[Store]:
    """Open the graph of this home, starting the embedded server if none runs, and migrate it."""
    config = config or read_config()
    if config.graph is not None:
        yield from _migrated(Store(config.locate))
        return
    with embedded.running(config.home) as endpoint:
        yield from _migrated(Store(lambda: endpoint))


def _migrated(store: Store) -> Iterator[Store]:
    try:
        migrate(store)
        with hand.signed(COMMAND):
            yield store
    finally:
        store.close()


@contextmanager
def progress_bar() -> Iterator[ProgressCallback]:
    """Draw a bar on standard error while work reports to the callback."""
    columns = (
        TextColumn("{task.description}"),
        BarColumn(),
        TaskProgressColumn(),
        TimeRemainingColumn(),
    )
    with Progress(*columns, console=Console(stderr=True), transient=True) as bars:
        task = bars.add_task("", total=None)

        def report(done: int, total: int, note: Message) -> None:
            bars.update(task, completed=done, total=total or None, description=translate(note))

        yield report


def print_json(value: Any) -> None:
    """Print a value as one JSON document, Chinese as it is."""
    click.echo(json.dumps(value, ensure_ascii=False, indent=2))
