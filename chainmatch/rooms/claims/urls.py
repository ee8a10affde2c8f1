"""Addresses of the claims room."""

from chainmatch.access import CLAIM_DECIDERS, REVIEWERS
from chainmatch.rooms.claims import views
from chainmatch.web import Room

room = Room("claims", __name__)
room.get("/claims", "index", views.index, allow=REVIEWERS)
room.get("/claims/<claim_id>", "page", views.page, allow=CLAIM_DECIDERS)
room.post("/claims/<claim_id>/approve", "approve", views.approve, allow=CLAIM_DECIDERS)
room.post("/claims/<claim_id>/refuse", "refuse", views.refuse, allow=CLAIM_DECIDERS)
