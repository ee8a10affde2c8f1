"""Addresses of the recommendations room."""

from chainmatch.access import SIGNED_IN, STAFF
from chainmatch.rooms.recommendations import views
from chainmatch.web import Room

room = Room("recommendations", __name__)
room.get("/recommendations", "mine", views.mine, allow=SIGNED_IN)
room.get("/recommendations/compare/<path:code>", "compare", views.compare, allow=STAFF)
room.get("/recommendations/<path:code>", "page", views.page, allow=SIGNED_IN)
