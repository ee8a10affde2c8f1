"""Addresses of the board."""

from chainmatch.access import REVIEWERS
from chainmatch.rooms.board import views
from chainmatch.web import Room

room = Room("board", __name__)
room.get("/conferences/<conference>/board", "page", views.page, allow=REVIEWERS)
room.get("/conferences/<conference>/board/places", "places", views.places, allow=REVIEWERS)
room.post("/conferences/<conference>/board/move", "move", views.move, allow=REVIEWERS)
room.post("/conferences/<conference>/board/pin", "pin", views.pin, allow=REVIEWERS)
room.post("/conferences/<conference>/board/remove", "remove", views.remove, allow=REVIEWERS)
