"""The rooms of the house, in the order of the navigation."""

from flask import Flask

from chainmatch.rooms.accounts.urls import room as accounts
from chainmatch.rooms.agendas.urls import room as agendas
from chainmatch.rooms.api.urls import room as api
from chainmatch.rooms.arrivals.urls import room as arrivals
from chainmatch.rooms.atlas.urls import room as atlas
from chainmatch.rooms.attendance.urls import room as attendance
from chainmatch.rooms.board.urls import room as board
from chainmatch.rooms.bulletins.urls import room as bulletins
from chainmatch.rooms.chains.urls import room as chains
from chainmatch.rooms.changes.urls import room as changes
from chainmatch.rooms.claims.urls import room as claims
from chainmatch.rooms.conference_reports.urls import room as conference_reports
from chainmatch.rooms.conferences.urls import room as conferences
from chainmatch.rooms.data_quality.urls import room as data_quality
from chainmatch.rooms.diagnosis.urls import room as diagnosis
from chainmatch.rooms.differences.urls import room as differences
from chainmatch.rooms.duplicates.urls import room as duplicates
from chainmatch.rooms.enterprises.urls import room as enterprises
from chainmatch.rooms.explorer.urls import room as explorer
from chainmatch.rooms.exports.urls import room as exports
from chainmatch.rooms.home.urls import room as home
from chainmatch.rooms.imports.urls import room as imports
from chainmatch.rooms.inquiries.urls import room as inquiries
from chainmatch.rooms.jobs.urls import room as jobs
from chainmatch.rooms.leaving.urls import room as leaving
from chainmatch.rooms.listings.urls import room as listings
from chainmatch.rooms.membership.urls import room as membership
from chainmatch.rooms.notices.urls import room as notices
from chainmatch.rooms.orders.urls import room as orders
from chainmatch.rooms.profile.urls import room as profile
from chainmatch.rooms.projects.urls import room as projects
from chainmatch.rooms.recommendations.urls import room as recommendations
from chainmatch.rooms.record.urls import room as record
from chainmatch.rooms.recovery.urls import room as recovery
from chainmatch.rooms.registration.urls import room as registration
from chainmatch.rooms.requests.urls import room as requests
from chainmatch.rooms.rules.urls import room as rules
from chainmatch.rooms.saved_searches.urls import room as saved_searches
from chainmatch.rooms.search.urls import room as search
from chainmatch.rooms.settings.urls import room as settings
from chainmatch.rooms.shortlist.urls import room as shortlist
from chainmatch.rooms.sources.urls import room as sources
from chainmatch.rooms.stand_ins.urls import room as stand_ins
from chainmatch.rooms.timetables.urls import room as timetables
from chainmatch.rooms.tokens.urls import room as tokens
from chainmatch.rooms.whatif.urls import room as whatif
from chainmatch.rooms.wishes.urls import room as wishes

ROOMS = (
    home,
    search,
    saved_searches,
    chains,
    sources,
    enterprises,
    recommendations,
    shortlist,
    profile,
    record,
    listings,
    requests,
    notices,
    conferences,
    attendance,
    wishes,
    timetables,
    board,
    agendas,
    arrivals,
    stand_ins,
    conference_reports,
    projects,
    orders,
    bulletins,
    rules,
    diagnosis,
    whatif,
    explorer,
    changes,
    differences,
    atlas,
    data_quality,
    duplicates,
    accounts,
    leaving,
    registration,
    recovery,
    membership,
    claims,
    imports,
    exports,
    inquiries,
    jobs,
    settings,
    tokens,
    api,
)


def init_app(app: Flask) -> None:
    """Open every room."""
    for room in ROOMS:
        app.register_blueprint(room)
