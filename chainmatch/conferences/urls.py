"""Addresses of the conferences room."""

from chainmatch.access import REVIEWERS, SIGNED_IN
from chainmatch.conferences import views
from chainmatch.web import Room

room = Room("conferences", __name__)
room.get("/conferences", "index", views.index, allow=SIGNED_IN)
room.form("/conferences/new", "new", views.new, allow=REVIEWERS)
room.get("/conferences/<conference>", "page", views.page, allow=SIGNED_IN)
room.form("/conferences/<conference>/change", "change", views.change, allow=REVIEWERS)
room.post("/conferences/<conference>/phase", "phase", views.phase, allow=REVIEWERS)
room.get("/conferences/<conference>/rooms", "rooms", views.rooms, allow=REVIEWERS)
room.post("/conferences/<conference>/halls", "hall", views.hall, allow=REVIEWERS)
room.post("/conferences/<conference>/sessions", "session", views.session, allow=REVIEWERS)
room.post("/conferences/<conference>/groups", "group", views.group, allow=REVIEWERS)
room.post("/conferences/<conference>/slots", "slots", views.slots, allow=REVIEWERS)
room.post("/conferences/<conference>/remove", "remove", views.remove, allow=REVIEWERS)
