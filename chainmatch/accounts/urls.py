"""Addresses of the accounts room."""

from chainmatch.access import PUBLIC, SIGNED_IN
from chainmatch.accounts import views
from chainmatch.web import Room

room = Room("accounts", __name__)
room.form("/sign-in", "sign_in", views.sign_in, allow=PUBLIC)
room.post("/sign-out", "sign_out", views.sign_out, allow=SIGNED_IN)
room.form("/account", "page", views.account_page, allow=SIGNED_IN)
room.post("/language", "choose_language", views.choose_language, allow=PUBLIC)
