"""Addresses of the shortlist room."""

from chainmatch.access import ENTERPRISES
from chainmatch.rooms.shortlist import views
from chainmatch.web import Room

room = Room("shortlist", __name__)
room.get("/shortlist", "index", views.index, allow=ENTERPRISES)
room.get("/shortlist/compare", "compare", views.compare, allow=ENTERPRISES)
room.post("/shortlist/favour", "favour", views.favour, allow=ENTERPRISES)
room.post("/shortlist/unfavour", "unfavour", views.unfavour, allow=ENTERPRISES)
room.post("/shortlist/dismiss", "dismiss", views.dismiss, allow=ENTERPRISES)
room.post("/shortlist/restore", "restore", views.restore, allow=ENTERPRISES)
