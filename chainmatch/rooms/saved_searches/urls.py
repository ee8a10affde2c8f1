"""Addresses of the saved-searches room."""

from chainmatch.access import SIGNED_IN
from chainmatch.rooms.saved_searches import views
from chainmatch.web import Room

room = Room("saved_searches", __name__)
room.get("/saved-searches", "index", views.index, allow=SIGNED_IN)
room.form("/saved-searches/new", "new", views.new, allow=SIGNED_IN)
room.get("/saved-searches/<search_id>/run", "run", views.run, allow=SIGNED_IN)
room.post("/saved-searches/<search_id>", "change", views.change, allow=SIGNED_IN)
room.post("/saved-searches/<search_id>/delete", "delete", views.delete, allow=SIGNED_IN)
