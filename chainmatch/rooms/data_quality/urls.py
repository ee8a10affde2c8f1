"""Addresses of the data-quality room."""

from chainmatch.access import STAFF
from chainmatch.rooms.data_quality import views
from chainmatch.web import Room

room = Room("data_quality", __name__)
room.get("/data-quality", "index", views.index, allow=STAFF)
room.get("/data-quality/rows", "rows", views.rows, allow=STAFF)
room.get("/data-quality/rows.<form>", "file", views.file, allow=STAFF)
room.post("/data-quality/surveys", "start", views.start, allow=STAFF)
room.get("/data-quality/state", "state", views.state, allow=STAFF)
room.post("/data-quality/surveys/<job_id>/cancel", "cancel", views.cancel, allow=STAFF)
