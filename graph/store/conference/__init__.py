"""Conferences in the graph: their parties, wishes, timetables and outcomes."""
