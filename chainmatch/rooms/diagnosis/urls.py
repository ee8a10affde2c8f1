"""Addresses of the diagnosis room. Projects and credit stand in it, so it is for the staff."""

from chainmatch.access import STAFF
from chainmatch.rooms.diagnosis import views
from chainmatch.web import Room

room = Room("diagnosis", __name__)
room.get("/diagnosis", "index", views.index, allow=STAFF)
room.get("/diagnosis/page", "page", views.page, allow=STAFF)
room.get("/diagnosis/page.xlsx", "xlsx", views.xlsx, allow=STAFF)
room.get("/diagnosis/page.pdf", "pdf", views.pdf, allow=STAFF)
room.get("/diagnosis/rows", "rows", views.rows, allow=STAFF)
room.get("/diagnosis/list", "listed", views.listed, allow=STAFF)
room.get("/diagnosis/node", "node", views.node, allow=STAFF)
room.get("/diagnosis/fill", "fill", views.fill, allow=STAFF)
