"""Taking a person out of the records as the worker runs it."""

from chainmatch.background.work import JobKind, Outcome
from chainmatch.config import Config
from chainmatch.filing.own_data_files import forget
from graph.domain.erasure import Person
from graph.domain.job import Job
from graph.domain.progress import Progress
from graph.messages import message
from graph.store import Store
from graph.store.people import erasure

NAME = "erase-person"


def run(store: Store, config: Config, job: Job, progress: Progress) -> Outcome:
    """Replace the person in all records; the job's own words are the last of them.

    What was packed of the enterprise's data names its people, so it goes.
    """
    if enterprise := job.params.get("enterprise"):
        forget(config, enterprise)
    note = message("正在清除已注销用户的个人信息")
    changed = erasure.erase(
        store,
        Person.of_json(job.params),
        lambda done, total: progress(done, total, note),
    )
    return Outcome(message("已清除，涉及 %(changed)s 条记录。", changed=changed))


KIND = JobKind(NAME, run)
