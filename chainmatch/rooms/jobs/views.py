"""Pages of the jobs room."""

from flask import render_template
from flask.typing import ResponseReturnValue

from chainmatch import web
from chainmatch.rooms.jobs.labels import KINDS, STATES
from graph.domain.clock import now
from graph.domain.job import remaining_seconds
from graph.store.work import jobs


def page(job_id: str) -> ResponseReturnValue:
    """Show how a job stands; htmx asks again for the changing part while it runs."""
    job = jobs.find_job(web.store(), job_id)
    return render_template(
        "jobs/state.html" if web.wants_fragment() else "jobs/page.html",
        job=job,
        remaining=remaining_seconds(job, now()),
        kinds=KINDS,
        states=STATES,
    )
