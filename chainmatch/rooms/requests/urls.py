"""Addresses of the requests room."""

from chainmatch.access import ADMINISTRATORS, PARTICIPANTS
from chainmatch.rooms.requests import acts, views
from chainmatch.web import Room

room = Room("requests", __name__)
room.get("/requests", "index", views.index, allow=PARTICIPANTS)
room.form("/requests/new", "new", views.new, allow=PARTICIPANTS)
room.form("/requests/limit", "limit", views.limit, allow=ADMINISTRATORS)
room.get("/requests/<request_id>", "page", views.page, allow=PARTICIPANTS)
room.form("/requests/<request_id>/change", "change", views.change, allow=PARTICIPANTS)
room.post("/requests/<request_id>/accept", "accept", acts.accept, allow=PARTICIPANTS)
room.post("/requests/<request_id>/decline", "decline", acts.decline, allow=PARTICIPANTS)
room.post("/requests/<request_id>/counter", "counter", acts.counter, allow=PARTICIPANTS)
room.post("/requests/<request_id>/withdraw", "withdraw", acts.withdraw, allow=PARTICIPANTS)
room.post("/requests/<request_id>/outcome", "outcome", acts.outcome, allow=PARTICIPANTS)
