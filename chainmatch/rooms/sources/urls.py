"""Addresses of the sources room: numbers alone, which the home page shows to everybody too."""

from chainmatch.access import PUBLIC
from chainmatch.rooms.sources import views
from chainmatch.web import Room

room = Room("sources", __name__)
room.get("/sources", "page", views.page, allow=PUBLIC)
