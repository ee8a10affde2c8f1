"""Addresses of the jobs room."""

from chainmatch.access import STAFF
from chainmatch.rooms.jobs import views
from chainmatch.web import Room

room = Room("jobs", __name__)
room.get("/jobs/<job_id>", "page", views.page, allow=STAFF)
