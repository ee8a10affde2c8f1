"""Addresses of the duplicates room. A merge moves accounts and requests: organizers decide it."""

from chainmatch.access import REVIEWERS, STAFF
from chainmatch.rooms.duplicates import views
from chainmatch.web import Room

room = Room("duplicates", __name__)
room.get("/duplicates", "index", views.index, allow=STAFF)
room.get("/duplicates/find", "find", views.find, allow=STAFF)
room.get("/duplicates/pair", "pair", views.pair, allow=STAFF)
room.post("/duplicates/judgements", "judge", views.judge, allow=STAFF)
room.post("/duplicates/merges", "merge", views.merge, allow=REVIEWERS)
room.get("/duplicates/merges/<merge_id>", "merged", views.merged, allow=STAFF)
room.get("/duplicates/merges/<merge_id>/links.<form>", "links", views.links, allow=STAFF)
room.post("/duplicates/merges/<merge_id>/undo", "undo", views.undo, allow=REVIEWERS)
room.get("/duplicates/work/<job_id>", "work", views.work, allow=STAFF)
