"""Addresses of the profile room; ``?enterprise=`` names another's, for those who may act for it."""

from chainmatch.access import PARTICIPANTS, REVIEWERS
from chainmatch.rooms.profile import contact_views, product_views, proposal_views, views
from chainmatch.web import Room

room = Room("profile", __name__)
room.get("/profile", "page", views.page, allow=PARTICIPANTS)
room.form("/profile/basics", "basics", views.basics, allow=PARTICIPANTS)
room.get("/profile/history", "history", views.history, allow=PARTICIPANTS)
room.form("/profile/product", "product", product_views.product, allow=PARTICIPANTS)
room.post("/profile/product/remove", "remove_product", product_views.remove, allow=PARTICIPANTS)
room.form("/profile/contact", "contact", contact_views.contact, allow=PARTICIPANTS)
room.post("/profile/contact/remove", "remove_contact", contact_views.remove, allow=PARTICIPANTS)
room.form("/profile/proposal", "propose", proposal_views.propose, allow=PARTICIPANTS)
room.get("/proposals", "proposals", proposal_views.proposals, allow=REVIEWERS)
room.form("/proposals/<proposal_id>", "proposal", proposal_views.decide, allow=REVIEWERS)
