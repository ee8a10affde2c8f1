"""Addresses of the chains room. Published chains are open to everybody, others to the staff."""

from chainmatch.access import PUBLIC, SIGNED_IN
from chainmatch.rooms.chains import views
from chainmatch.web import Room

room = Room("chains", __name__)
room.get("/chains", "index", views.index, allow=PUBLIC)
room.get("/chains/<path:code>", "page", views.page, allow=PUBLIC)
room.get("/nodes/<path:code>", "node", views.node, allow=SIGNED_IN)
