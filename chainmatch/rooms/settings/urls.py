"""Addresses of the settings room."""

from chainmatch.access import ADMINISTRATORS, PUBLIC
from chainmatch.rooms.settings import letter_views, views
from chainmatch.web import Room

room = Room("settings", __name__)
room.get("/healthz", "healthz", views.healthz, allow=PUBLIC)
room.form("/settings", "page", views.page, allow=ADMINISTRATORS)
room.get("/settings/accounts", "accounts", views.list_accounts, allow=ADMINISTRATORS)
room.form("/settings/accounts/new", "new_account", views.new_account, allow=ADMINISTRATORS)
room.post("/settings/accounts/activate", "activate", views.activate, allow=ADMINISTRATORS)
room.post("/settings/accounts/deactivate", "deactivate", views.deactivate, allow=ADMINISTRATORS)
room.post(
    "/settings/accounts/password", "reset_password", views.reset_password, allow=ADMINISTRATORS
)
room.form("/settings/demo", "demo", views.demo, allow=ADMINISTRATORS)
room.post(
    "/settings/demo/administrator",
    "add_administrator",
    views.add_administrator,
    allow=ADMINISTRATORS,
)
room.get("/settings/letters", "letters", letter_views.index, allow=ADMINISTRATORS)
room.post("/settings/letters/again", "send_again", letter_views.again, allow=ADMINISTRATORS)
room.get("/settings/audit", "audit", views.audit_log, allow=ADMINISTRATORS)
room.get("/settings/health", "health", views.health, allow=ADMINISTRATORS)
