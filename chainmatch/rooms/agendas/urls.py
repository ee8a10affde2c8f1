"""Addresses of the agendas room."""

from chainmatch.access import ENTERPRISES, PARTICIPANTS, REVIEWERS
from chainmatch.rooms.agendas import views
from chainmatch.web import Room

room = Room("agendas", __name__)
room.get("/conferences/<conference>/agenda", "mine", views.mine, allow=ENTERPRISES)
room.get("/parties/<party_id>/agenda", "page", views.page, allow=PARTICIPANTS)
room.get("/parties/<party_id>/agenda.ics", "calendar", views.calendar, allow=PARTICIPANTS)
room.post("/parties/<party_id>/outcome", "outcome", views.outcome, allow=PARTICIPANTS)
room.get("/conferences/<conference>/desk", "desk", views.desk, allow=REVIEWERS)
room.post("/conferences/<conference>/desk/party", "check_in", views.check_in, allow=REVIEWERS)
room.post("/conferences/<conference>/desk/meeting", "meeting", views.meeting, allow=REVIEWERS)
room.post("/conferences/<conference>/desk/project", "project", views.project, allow=REVIEWERS)
room.get("/conferences/<conference>/signs", "signs", views.signs, allow=REVIEWERS)
room.get("/conferences/<conference>/cards", "cards", views.cards, allow=REVIEWERS)
