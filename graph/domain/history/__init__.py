"""The map's own history: who changed what, how a record was on a day, what differs between days."""
