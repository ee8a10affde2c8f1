"""The rooms of the house, in the order of the navigation."""

from flask import Flask

from chainmatch.accounts.urls import room as accounts
from chainmatch.agendas.urls import room as agendas
from chainmatch.api.urls import room as api
from chainmatch.arrivals.urls import room as arrivals
from chainmatch.atlas.urls import room as atlas
from chainmatch.attendance.urls import room as attendance
from chainmatch.board.urls import room as board
from chainmatch.bulletins.urls import room as bulletins
from chainmatch.chains.urls import room as chains
from chainmatch.changes.urls import room as changes
from chainmatch.claims.urls import room as claims
from chainmatch.conference_reports.urls import room as conference_reports
from chainmatch.conferences.urls import room as conferences
from chainmatch.data_quality.urls import room as data_quality
from chainmatch.diagnosis.urls import room as diagnosis
from chainmatch.differences.urls import room as differences
from chainmatch.duplicates.urls import room as duplicates
from chainmatch.enterprises.urls import room as enterprises
from chainmatch.explorer.urls import room as explorer
from chainmatch.exports.urls import room as exports
from chainmatch.home.urls import room as home
from chainmatch.imports.urls import room as imports
from chainmatch.inquiries.urls import room as inquiries
from chainmatch.jobs.urls import room as jobs
from chainmatch.leaving.urls import room as leaving
from chainmatch.listings.urls import room as listings
from chainmatch.membership.urls import room as membership
from chainmatch.notices.urls import room as notices
from chainmatch.orders.urls import room as orders
from chainmatch.profile.urls import room as profile
from chainmatch.projects.urls import room as projects
from chainmatch.recommendations.urls import room as recommendations
from chainmatch.record.urls import room as record
from chainmatch.recovery.urls import room as recovery
from chainmatch.registration.urls import room as registration
from chainmatch.requests.urls import room as requests
from chainmatch.rules.urls import room as rules
from chainmatch.saved_searches.urls import room as saved_searches
from chainmatch.search.urls import room as search
from chainmatch.settings.urls import room as settings
from chainmatch.shortlist.urls import room as shortlist
from chainmatch.sources.urls import room as sources
from chainmatch.stand_ins.urls import room as stand_ins
from chainmatch.timetables.urls import room as timetables
from chainmatch.tokens.urls import room as tokens
from chainmatch.whatif.urls import room as whatif
from chainmatch.wishes.urls import room as wishes

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
