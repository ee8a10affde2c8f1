"""Addresses of the search room."""

from chainmatch.access import SIGNED_IN
from chainmatch.rooms.search import views
from chainmatch.web import Room

room = Room("search", __name__)
room.get("/search", "page", views.page, allow=SIGNED_IN)
room.get("/search/map", "map", views.district_map, allow=SIGNED_IN)
room.get("/search/options", "options", views.options, allow=SIGNED_IN)
