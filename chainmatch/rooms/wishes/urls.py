"""Addresses of the wishes room."""

from chainmatch.access import ENTERPRISES, PARTICIPANTS
from chainmatch.rooms.wishes import views
from chainmatch.web import Room

room = Room("wishes", __name__)
room.get("/conferences/<conference>/wishes", "mine", views.mine, allow=ENTERPRISES)
room.get("/wishes", "about", views.about, allow=ENTERPRISES)
room.get("/parties/<party_id>/wishes", "page", views.page, allow=PARTICIPANTS)
room.post("/parties/<party_id>/wishes/save", "save", views.save, allow=PARTICIPANTS)
