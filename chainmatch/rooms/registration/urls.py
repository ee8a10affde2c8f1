"""Addresses of the registration room."""

from chainmatch.access import APPLICANTS, HOLDERS, PUBLIC
from chainmatch.rooms.registration import views
from chainmatch.web import Room

room = Room("registration", __name__)
room.form("/register", "register", views.register, allow=PUBLIC)
room.get("/register/sent", "sent", views.sent, allow=PUBLIC)
room.get("/register/enterprises", "enterprises", views.enterprises, allow=PUBLIC)
room.form("/verify/<token>", "verify", views.verify, allow=PUBLIC)
room.form("/claim", "claim", views.claim, allow=HOLDERS)
room.post("/claim/withdraw", "withdraw", views.withdraw, allow=APPLICANTS)
room.post("/claim/confirm-again", "confirm_again", views.confirm_again, allow=APPLICANTS)
