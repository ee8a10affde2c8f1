"""Addresses of the differences room."""

from chainmatch.access import STAFF
from chainmatch.rooms.differences import views
from chainmatch.web import Room

room = Room("differences", __name__)
room.get("/map/differences", "page", views.page, allow=STAFF)
room.get("/map/differences/summary.<form>", "summary", views.summary, allow=STAFF)
room.get("/map/differences/rows", "rows", views.rows, allow=STAFF)
room.get("/map/differences/rows.<form>", "table", views.table, allow=STAFF)
