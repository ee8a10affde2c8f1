"""Addresses of the notices room. Reading a notice is an act: the list itself changes nothing."""

from chainmatch.access import SIGNED_IN
from chainmatch.rooms.notices import views
from chainmatch.web import Room

room = Room("notices", __name__)
room.get("/notices", "index", views.index, allow=SIGNED_IN)
room.form("/notices/mail", "mail", views.mail, allow=SIGNED_IN)
room.post("/notices/read", "read_all", views.read_all, allow=SIGNED_IN)
room.post("/notices/<notice_id>/open", "open", views.open_notice, allow=SIGNED_IN)
room.post("/notices/<notice_id>/read", "read", views.read, allow=SIGNED_IN)
