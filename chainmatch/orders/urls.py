"""Addresses of the orders room. Those who signed a project see and answer its orders."""

from chainmatch.access import REVIEWERS, SIGNED_IN, STAFF
from chainmatch.orders import views
from chainmatch.web import Room

room = Room("orders", __name__)
room.get("/orders", "index", views.index, allow=STAFF)
room.post("/orders/update", "update", views.update, allow=REVIEWERS)
room.form("/orders/<order_id>", "page", views.page, allow=SIGNED_IN)
