"""Addresses of the stand-ins room."""

from chainmatch.access import REVIEWERS
from chainmatch.rooms.stand_ins import views
from chainmatch.web import Room

room = Room("stand_ins", __name__)
room.get("/conferences/<conference>/stand-ins", "page", views.page, allow=REVIEWERS)
room.post("/conferences/<conference>/stand-ins", "place", views.place, allow=REVIEWERS)
