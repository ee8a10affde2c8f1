"""Addresses of the membership room."""

from chainmatch.access import ADMINISTRATORS, ENTERPRISES, PEOPLE_MANAGERS, PUBLIC
from chainmatch.rooms.membership import views
from chainmatch.web import Room

room = Room("membership", __name__)
room.get("/people", "page", views.page, allow=ENTERPRISES)
room.get("/people/of/<path:code>", "of", views.of, allow=ADMINISTRATORS)
room.post("/people/invite", "invite", views.invite, allow=PEOPLE_MANAGERS)
room.post("/people/revoke", "revoke", views.revoke, allow=PEOPLE_MANAGERS)
room.post("/people/remove", "remove", views.remove, allow=PEOPLE_MANAGERS)
room.post("/people/membership", "change", views.change, allow=PEOPLE_MANAGERS)
room.post("/people/leave", "leave", views.leave, allow=ENTERPRISES)
room.form("/invitations/<token>", "invitation", views.invitation, allow=PUBLIC)
