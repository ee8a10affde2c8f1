"""Addresses of the home room."""

from chainmatch.access import PUBLIC
from chainmatch.rooms.home import views
from chainmatch.web import Room

room = Room("home", __name__)
room.get("/", "page", views.page, allow=PUBLIC)
