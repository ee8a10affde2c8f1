"""The meeting timetable: from wishes to slots and tables. Pure: no web, no database."""
