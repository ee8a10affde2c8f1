"""The day and after: agendas, calendars, signs, the desk, what came of it, the report."""
