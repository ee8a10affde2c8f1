"""Addresses of the explorer. Drafts of chains and planned projects are shown to the staff only."""

from chainmatch.access import SIGNED_IN
from chainmatch.rooms.explorer import views
from chainmatch.web import Room

room = Room("explorer", __name__)
room.get("/map", "page", views.page, allow=SIGNED_IN)
room.get("/map.svg", "svg", views.svg, allow=SIGNED_IN)
room.get("/map.png", "png", views.png, allow=SIGNED_IN)
room.get("/map/nodes", "nodes", views.nodes, allow=SIGNED_IN)
room.form("/map/views", "kept", views.kept, allow=SIGNED_IN)
room.get("/map/views/<view_id>", "open_kept", views.open_kept, allow=SIGNED_IN)
room.post("/map/views/<view_id>/name", "rename", views.rename, allow=SIGNED_IN)
room.post("/map/views/<view_id>/delete", "delete", views.delete, allow=SIGNED_IN)
