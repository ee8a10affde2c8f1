"""Addresses of the exports room."""

from chainmatch.access import STAFF
from chainmatch.rooms.exports import views
from chainmatch.web import Room

room = Room("exports", __name__)
room.form("/exports", "index", views.index, allow=STAFF)
room.get("/exports/<job_id>", "page", views.page, allow=STAFF)
room.get("/exports/<job_id>/file", "file", views.file, allow=STAFF)
room.post("/exports/<job_id>/cancel", "cancel", views.cancel, allow=STAFF)
