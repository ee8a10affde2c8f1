"""Addresses of the atlas room. What was published is open to everybody."""

from chainmatch.access import PUBLIC, STAFF
from chainmatch.rooms.atlas import views
from chainmatch.web import Room

room = Room("atlas", __name__)
room.get("/atlas", "index", views.index, allow=PUBLIC)
room.post("/atlas", "new", views.new, allow=STAFF)
room.get("/atlas/chain/<path:code>", "latest", views.latest, allow=PUBLIC)
room.get("/atlas/<atlas_id>", "page", views.page, allow=PUBLIC)
room.get("/atlas/<atlas_id>.pdf", "pdf", views.pdf, allow=PUBLIC)
room.get("/atlas/<atlas_id>.svg", "svg", views.svg, allow=PUBLIC)
room.get("/atlas/<atlas_id>.png", "png", views.png, allow=PUBLIC)
room.form("/atlas/<atlas_id>/edit", "edit", views.edit, allow=STAFF)
room.post("/atlas/<atlas_id>/map", "renew", views.renew, allow=STAFF)
room.post("/atlas/<atlas_id>/publish", "publish", views.publish, allow=STAFF)
room.post("/atlas/<atlas_id>/withdraw", "withdraw", views.withdraw, allow=STAFF)
room.post("/atlas/<atlas_id>/discard", "discard", views.discard, allow=STAFF)
