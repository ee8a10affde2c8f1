"""Addresses of the recovery room."""

from chainmatch.access import PUBLIC
from chainmatch.rooms.recovery import views
from chainmatch.web import Room

room = Room("recovery", __name__)
room.form("/forgot", "forgot", views.forgot, allow=PUBLIC)
room.form("/reset/<token>", "reset", views.reset, allow=PUBLIC)
