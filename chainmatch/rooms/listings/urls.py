"""Addresses of the listings room."""

from chainmatch.access import ENTERPRISES, REVIEWERS, SIGNED_IN
from chainmatch.rooms.listings import views
from chainmatch.web import Room

room = Room("listings", __name__)
room.get("/listings", "index", views.index, allow=SIGNED_IN)
room.get("/listings/mine", "mine", views.mine, allow=ENTERPRISES)
room.get("/listings/review", "review", views.review, allow=REVIEWERS)
room.form("/listings/new", "new", views.new, allow=ENTERPRISES)
room.get("/listings/nodes", "nodes", views.nodes, allow=SIGNED_IN)
room.get("/listings/<listing_id>", "page", views.page, allow=SIGNED_IN)
room.form("/listings/<listing_id>/change", "change", views.change, allow=ENTERPRISES)
room.post("/listings/<listing_id>/publish", "publish", views.publish, allow=REVIEWERS)
room.post("/listings/<listing_id>/refuse", "refuse", views.refuse, allow=REVIEWERS)
room.post("/listings/<listing_id>/close", "close", views.close, allow=ENTERPRISES)
room.post("/listings/<listing_id>/renew", "renew", views.renew, allow=ENTERPRISES)
room.get("/listings/<listing_id>/files/<sha256>", "file", views.file, allow=SIGNED_IN)
