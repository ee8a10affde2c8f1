"""Addresses of the what-if room."""

from chainmatch.access import STAFF
from chainmatch.rooms.whatif import views
from chainmatch.web import Room

room = Room("whatif", __name__)
room.get("/what-if", "page", views.page, allow=STAFF)
room.get("/what-if/add", "add", views.add, allow=STAFF)
room.post("/what-if/rankings", "start", views.start, allow=STAFF)
room.get("/what-if/rankings/<job_id>", "ranking", views.ranking, allow=STAFF)
room.post("/what-if/rankings/<job_id>/cancel", "cancel", views.cancel, allow=STAFF)
