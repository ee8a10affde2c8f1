"""Addresses of the imports room."""

from chainmatch.access import STAFF
from chainmatch.rooms.imports import views
from chainmatch.web import Room

room = Room("imports", __name__)
room.get("/imports", "index", views.index, allow=STAFF)
room.form("/imports/new", "new", views.new, allow=STAFF)
room.get("/imports/template.xlsx", "workbook", views.workbook, allow=STAFF)
room.get("/imports/templates.zip", "csv_package", views.csv_package, allow=STAFF)
room.get("/imports/templates/<name>.csv", "csv_template", views.csv_template, allow=STAFF)
room.get("/imports/<job_id>", "page", views.page, allow=STAFF)
room.get("/imports/<job_id>/row", "row", views.row, allow=STAFF)
room.get("/imports/<job_id>/rejects.csv", "rejects", views.rejects, allow=STAFF)
room.post("/imports/<job_id>/cancel", "cancel", views.cancel, allow=STAFF)
room.post("/imports/<job_id>/retry", "retry", views.retry, allow=STAFF)
