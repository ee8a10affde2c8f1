"""Addresses of the arrivals room. The worker's address sets what it may keep: this page alone."""

from chainmatch.access import REVIEWERS
from chainmatch.rooms.arrivals import views
from chainmatch.web import Room

room = Room("arrivals", __name__)
room.get("/conferences/<conference>/arrivals/", "page", views.page, allow=REVIEWERS)
room.get("/conferences/<conference>/arrivals/badges", "badges", views.badges, allow=REVIEWERS)
room.get("/conferences/<conference>/arrivals/worker.js", "worker", views.worker, allow=REVIEWERS)
room.post("/conferences/<conference>/arrivals/scans", "scans", views.scans, allow=REVIEWERS)
room.post("/conferences/<conference>/arrivals/scan", "scan", views.scan, allow=REVIEWERS)
