"""Addresses of the projects room. Enterprises see and report on their own projects."""

from chainmatch.access import REVIEWERS, SIGNED_IN, STAFF
from chainmatch.rooms.projects import acts, quick, views
from chainmatch.web import Room

room = Room("projects", __name__)
room.get("/projects", "index", views.index, allow=SIGNED_IN)
room.get("/projects/dashboard", "dashboard", views.dashboard, allow=STAFF)
room.get("/projects/ledger.xlsx", "export", views.export, allow=SIGNED_IN)
room.get("/projects/names/<kind>", "names", views.names, allow=REVIEWERS)
room.form("/projects/new", "new", views.new, allow=REVIEWERS)
room.form("/projects/edit/<path:code>", "edit", views.edit, allow=REVIEWERS)
room.form("/projects/report/<path:code>", "quick", quick.quick, allow=SIGNED_IN)
room.get("/projects/evidence/<evidence_id>/<path:code>", "file", views.file, allow=SIGNED_IN)
room.post("/projects/stage/<path:code>", "stage", acts.stage, allow=REVIEWERS)
room.post("/projects/plan/<path:code>", "plan", acts.plan, allow=REVIEWERS)
room.post("/projects/arrivals/<path:code>", "arrival", acts.arrival, allow=REVIEWERS)
room.post("/projects/signings/<path:code>", "signing", acts.signing, allow=REVIEWERS)
room.post("/projects/problems/<path:code>", "problem", acts.problem, allow=REVIEWERS)
room.post(
    "/projects/problems/<problem_id>/closed/<path:code>", "solution", acts.solution, allow=REVIEWERS
)
room.get("/projects/reports", "waiting", views.waiting, allow=REVIEWERS)
room.post(
    "/projects/reports/<report_id>/review/<path:code>", "review", acts.review, allow=REVIEWERS
)
room.post("/projects/reports/<path:code>", "report", acts.report, allow=SIGNED_IN)
room.post("/projects/evidence/<path:code>", "evidence", acts.evidence, allow=SIGNED_IN)
room.get("/projects/<path:code>", "page", views.page, allow=SIGNED_IN)
