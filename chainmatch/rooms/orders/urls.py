"""Addresses of the orders room. Who signed a project or answers for it sees its orders."""

from chainmatch.access import REVIEWERS, SIGNED_IN
from chainmatch.rooms.orders import views
from chainmatch.web import Room

room = Room("orders", __name__)
room.get("/orders", "index", views.index, allow=SIGNED_IN)
room.post("/orders/update", "update", views.update, allow=REVIEWERS)
room.form("/orders/<order_id>", "page", views.page, allow=SIGNED_IN)
