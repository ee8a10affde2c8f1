"""Addresses of the timetables room."""

from chainmatch.access import REVIEWERS
from chainmatch.rooms.timetables import views
from chainmatch.web import Room

room = Room("timetables", __name__)
room.get("/conferences/<conference>/timetable", "page", views.page, allow=REVIEWERS)
room.post("/conferences/<conference>/timetable/run", "run", views.run, allow=REVIEWERS)
room.get("/conferences/<conference>/timetable/state", "state", views.state, allow=REVIEWERS)
room.post("/conferences/<conference>/timetable/cancel", "cancel", views.cancel, allow=REVIEWERS)
room.post("/conferences/<conference>/timetable/offer", "offer", views.offer, allow=REVIEWERS)
room.post("/conferences/<conference>/timetable/back", "back", views.back, allow=REVIEWERS)
room.post("/conferences/<conference>/timetable/publish", "publish", views.publish, allow=REVIEWERS)
room.get("/conferences/<conference>/timetable/changes", "changes", views.changes, allow=REVIEWERS)
