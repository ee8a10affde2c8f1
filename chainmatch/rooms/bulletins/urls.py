"""Addresses of the bulletins room. What was published is open to everybody."""

from chainmatch.access import ADMINISTRATORS, PUBLIC, REVIEWERS
from chainmatch.rooms.bulletins import views
from chainmatch.web import Room

room = Room("bulletins", __name__)
room.get("/bulletins", "index", views.index, allow=PUBLIC)
room.post("/bulletins", "new", views.new, allow=REVIEWERS)
room.get("/bulletins/<bulletin_id>", "page", views.page, allow=PUBLIC)
room.get("/bulletins/<bulletin_id>.docx", "docx", views.docx, allow=PUBLIC)
room.get("/bulletins/<bulletin_id>.pdf", "pdf", views.pdf, allow=PUBLIC)
room.form("/bulletins/<bulletin_id>/edit", "edit", views.edit, allow=REVIEWERS)
room.post("/bulletins/<bulletin_id>/figures", "renew", views.renew, allow=REVIEWERS)
room.post("/bulletins/<bulletin_id>/send", "send", views.send, allow=REVIEWERS)
room.post("/bulletins/<bulletin_id>/back", "send_back", views.send_back, allow=ADMINISTRATORS)
room.post("/bulletins/<bulletin_id>/approve", "approve", views.approve, allow=ADMINISTRATORS)
room.post("/bulletins/<bulletin_id>/audience", "show_to", views.show_to, allow=ADMINISTRATORS)
