"""Timetables: making them as long work, their versions, publishing."""
