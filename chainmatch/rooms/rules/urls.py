"""Addresses of the rules room. The staff reads the rules, administrators change them."""

from chainmatch.access import ADMINISTRATORS, STAFF
from chainmatch.rooms.rules import views
from chainmatch.web import Room

room = Room("rules", __name__)
room.get("/rules", "page", views.page, allow=STAFF)
room.post("/rules", "change", views.change, allow=ADMINISTRATORS)
