"""Addresses of the tokens room."""

from chainmatch.access import ADMINISTRATORS, SIGNED_IN
from chainmatch.rooms.tokens import views
from chainmatch.web import Room

room = Room("tokens", __name__)
room.get("/tokens", "index", views.index, allow=SIGNED_IN)
room.form("/tokens/new", "new", views.new, allow=SIGNED_IN)
room.post("/tokens/revoke", "revoke", views.revoke, allow=SIGNED_IN)
room.get("/tokens/all", "everybody", views.everybody, allow=ADMINISTRATORS)
room.post("/tokens/limit", "limit", views.limit, allow=ADMINISTRATORS)
