"""Addresses of the attendance room."""

from chainmatch.access import ENTERPRISES, PARTICIPANTS, REVIEWERS
from chainmatch.rooms.attendance import files, views
from chainmatch.web import Room

room = Room("attendance", __name__)
room.get("/conferences/<conference>/parties", "index", views.index, allow=REVIEWERS)
room.post("/conferences/<conference>/parties/add", "add", views.add, allow=REVIEWERS)
room.post("/conferences/<conference>/parties/invite", "invite", views.invite, allow=REVIEWERS)
room.post("/conferences/<conference>/parties/announce", "announce", views.announce, allow=REVIEWERS)
room.form("/conferences/<conference>/parties/file", "file", files.file, allow=REVIEWERS)
room.get(
    "/conferences/<conference>/parties/template.xlsx",
    "template",
    files.template,
    allow=REVIEWERS,
)
room.get("/conferences/<conference>/mine", "mine", views.mine, allow=ENTERPRISES)
room.get("/parties/<party_id>", "party", views.party, allow=PARTICIPANTS)
room.post("/parties/<party_id>/answer", "answer", views.answer, allow=PARTICIPANTS)
room.post("/parties/<party_id>/state", "state", views.state, allow=PARTICIPANTS)
room.post("/parties/<party_id>/place", "place", views.place, allow=REVIEWERS)
