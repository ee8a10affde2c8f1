"""Addresses of the record room; ``?enterprise=`` names one, for those who may act for it."""

from chainmatch.access import PARTICIPANTS
from chainmatch.rooms.record import views
from chainmatch.web import Room

room = Room("record", __name__)
room.get("/record", "page", views.page, allow=PARTICIPANTS)
room.get("/record/data", "data", views.data, allow=PARTICIPANTS)
room.post("/record/data", "ask", views.ask, allow=PARTICIPANTS)
room.get("/record/data/<job_id>.zip", "download", views.download, allow=PARTICIPANTS)
