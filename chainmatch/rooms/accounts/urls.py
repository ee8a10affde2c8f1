"""Addresses of the accounts room."""

from chainmatch.access import HOLDERS, PUBLIC
from chainmatch.rooms.accounts import views
from chainmatch.web import Room

room = Room("accounts", __name__)
room.form("/sign-in", "sign_in", views.sign_in, allow=PUBLIC)
room.post("/sign-out", "sign_out", views.sign_out, allow=HOLDERS)
room.form("/account", "page", views.account_page, allow=HOLDERS)
room.post("/account/sessions/end", "end_session", views.end_session, allow=HOLDERS)
room.post("/account/sessions/end-others", "end_others", views.end_other_sessions, allow=HOLDERS)
room.post("/language", "choose_language", views.choose_language, allow=PUBLIC)
