"""Addresses of the enterprises room."""

from chainmatch.access import SIGNED_IN
from chainmatch.rooms.enterprises import views
from chainmatch.web import Room

room = Room("enterprises", __name__)
room.get("/enterprises/<path:code>", "page", views.page, allow=SIGNED_IN)
room.get("/neighbourhood/<path:code>", "neighbourhood", views.neighbourhood, allow=SIGNED_IN)
