"""Addresses of the leaving room."""

from chainmatch.access import HOLDERS
from chainmatch.rooms.leaving import views
from chainmatch.web import Room

room = Room("leaving", __name__)
room.form("/account/leave", "page", views.page, allow=HOLDERS)
