"""``chainmatch worker``."""

import signal

import click

from chainmatch.background.job_kinds import KINDS
from chainmatch.background.round_kinds import ROUNDS
from chainmatch.background.worker import Worker
from chainmatch.config import read_config
from chainmatch.processes.lifeline import end_with_parent
from chainmatch.processes.logs import init_logs
from graph.store import Store


@click.command()
@click.option("--ends-with-parent", is_flag=True, hidden=True)
def worker(ends_with_parent: bool) -> None:
    """处理导入等后台任务，按 Ctrl-C 停止。Run imports and other long work until Ctrl-C."""
    init_logs()
    config = read_config()
    store = Store(config.locate)
    working = Worker(store, config, KINDS, rounds=ROUNDS)
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, lambda *_: working.stop())
    if ends_with_parent:
        end_with_parent()
    try:
        working.run()
    finally:
        store.close()
