"""Addresses of the changes room."""

from chainmatch.access import STAFF
from chainmatch.rooms.changes import views
from chainmatch.web import Room

room = Room("changes", __name__)
room.get("/map/changes", "index", views.index, allow=STAFF)
room.get("/map/changes/changes.<form>", "table", views.table, allow=STAFF)
