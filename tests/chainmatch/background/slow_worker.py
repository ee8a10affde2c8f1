"""A worker process whose only kind of job never ends: for tests that kill it."""

import time

from chainmatch.background.work import JobKind, Outcome
from chainmatch.background.worker import Worker
from chainmatch.config import Config, read_config
from graph.domain.job import Job
from graph.domain.progress import Progress
from graph.messages import message
from graph.store import Store


def go_on_for_ever(store: Store, config: Config, job: Job, progress: Progress) -> Outcome:
    done = 0
    while True:
        done += 1
        progress(done, 0, message("正在读取文件"))
        time.sleep(0.05)


if __name__ == "__main__":
    configured = read_config()
    kinds = {"slow": JobKind("slow", go_on_for_ever)}
    Worker(Store(configured.locate), configured, kinds).run()
