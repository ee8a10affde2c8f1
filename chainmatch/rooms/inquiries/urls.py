"""Addresses of the inquiries room."""

from chainmatch.access import ANALYSTS
from chainmatch.rooms.inquiries import views
from chainmatch.web import Room

room = Room("inquiries", __name__)
room.get("/queries", "index", views.index, allow=ANALYSTS)
room.form("/queries/new", "new", views.new, allow=ANALYSTS)
room.get("/queries/<query_id>", "page", views.page, allow=ANALYSTS)
room.get("/queries/<query_id>/table.<form>", "table", views.table, allow=ANALYSTS)
room.form("/queries/<query_id>/edit", "edit", views.edit, allow=ANALYSTS)
room.post("/queries/<query_id>/delete", "delete", views.delete, allow=ANALYSTS)
