"""Addresses of the conference reports room."""

from chainmatch.access import STAFF
from chainmatch.rooms.conference_reports import views
from chainmatch.web import Room

room = Room("conference_reports", __name__)
room.get("/conferences/<conference>/report", "page", views.page, allow=STAFF)
room.get("/conferences/<conference>/report.xlsx", "sheet", views.sheet, allow=STAFF)
room.get("/conferences/<conference>/report.pdf", "pdf", views.pdf, allow=STAFF)
