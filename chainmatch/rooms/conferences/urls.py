"""Addresses of the conferences room."""

from chainmatch.access import REVIEWERS, SIGNED_IN
from chainmatch.rooms.conferences import rooms, views
from chainmatch.web import Room

room = Room("conferences", __name__)
room.get("/conferences", "index", views.index, allow=SIGNED_IN)
room.form("/conferences/new", "new", views.new, allow=REVIEWERS)
room.get("/conferences/<conference>", "page", views.page, allow=SIGNED_IN)
room.form("/conferences/<conference>/change", "change", views.change, allow=REVIEWERS)
room.post("/conferences/<conference>/phase", "phase", views.phase, allow=REVIEWERS)
room.get("/conferences/<conference>/rooms", "rooms", rooms.rooms, allow=REVIEWERS)
room.post("/conferences/<conference>/halls", "hall", rooms.hall, allow=REVIEWERS)
room.post("/conferences/<conference>/sessions", "session", rooms.session, allow=REVIEWERS)
room.post("/conferences/<conference>/groups", "group", rooms.group, allow=REVIEWERS)
room.post("/conferences/<conference>/slots", "slots", rooms.slots, allow=REVIEWERS)
room.post("/conferences/<conference>/remove", "remove", rooms.remove, allow=REVIEWERS)
