"""Who did what, when, and how it was before and after."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any


class Verb(StrEnum):
    """What is written down."""

    ACCOUNT_ADDED = "account.added"
    ACCOUNT_ACTIVATED = "account.activated"
    ACCOUNT_DEACTIVATED = "account.deactivated"
    DATA_EXPORTED = "data.exported"
    ACCOUNT_ERASED = "account.erased"
    PASSWORD_RESET = "account.password_reset"  # noqa: S105 - names an event
    TOKEN_MADE = "token.made"  # noqa: S105 - names an event
    TOKEN_REVOKED = "token.revoked"  # noqa: S105 - names an event
    CLAIM_APPROVED = "claim.approved"
    CLAIM_REFUSED = "claim.refused"
    MEMBER_INVITED = "member.invited"
    INVITATION_REVOKED = "member.invitation_revoked"
    MEMBER_JOINED = "member.joined"
    MEMBER_CHANGED = "member.changed"
    MEMBER_REMOVED = "member.removed"
    LETTER_RETRIED = "letter.retried"
    SETTING_CHANGED = "setting.changed"
    IMPORT_ASKED = "import.asked"
    IMPORT_CANCELLED = "import.cancelled"
    IMPORT_RETRIED = "import.retried"
    EXPORT_ASKED = "export.asked"
    QUERY_SAVED = "query.saved"
    QUERY_DELETED = "query.deleted"
    RANKING_ASKED = "ranking.asked"
    SURVEY_ASKED = "survey.asked"
    DUPLICATE_JUDGED = "duplicate.judged"
    ENTERPRISES_MERGED = "enterprise.merged"
    MERGE_UNDONE = "enterprise.merge_undone"
    DEMO_REMOVED = "demo.removed"
    LISTING_POSTED = "listing.posted"
    LISTING_CHANGED = "listing.changed"
    LISTING_PUBLISHED = "listing.published"
    LISTING_REFUSED = "listing.refused"
    LISTING_CLOSED = "listing.closed"
    LISTING_RENEWED = "listing.renewed"
    REQUEST_HELPED = "request.helped"
    PROFILE_CHANGED = "profile.changed"
    PRODUCT_STATED = "profile.product_stated"
    PRODUCT_REMOVED = "profile.product_removed"
    CONTACT_ADDED = "profile.contact_added"
    CONTACT_CHANGED = "profile.contact_changed"
    CONTACT_REMOVED = "profile.contact_removed"
    NODE_PROPOSED = "proposal.made"
    NODE_ACCEPTED = "proposal.accepted"
    NODE_REFUSED = "proposal.refused"
    CONFERENCE_MADE = "conference.made"
    CONFERENCE_CHANGED = "conference.changed"
    CONFERENCE_PHASE = "conference.phase"
    CONFERENCE_PARTIES = "conference.parties"
    CONFERENCE_PARTY = "conference.party"
    CONFERENCE_WISH = "conference.wish"
    CONFERENCE_TIMETABLE = "conference.timetable"
    CONFERENCE_PUBLISHED = "conference.published"
    CONFERENCE_MEETING = "conference.meeting"
    PROJECT_ADDED = "project.added"
    PROJECT_CHANGED = "project.changed"
    PROJECT_STAGE = "project.stage"
    PROJECT_FUNDS = "project.funds"
    PROJECT_PROBLEM = "project.problem"
    PROJECT_REPORT = "project.report"
    PROJECT_EVIDENCE = "project.evidence"
    PROJECT_ORDER = "project.order"
    RULES_CHANGED = "project.rules"
    BULLETIN_DRAFTED = "bulletin.drafted"
    BULLETIN_CHANGED = "bulletin.changed"
    BULLETIN_SENT = "bulletin.sent"
    BULLETIN_SENT_BACK = "bulletin.sent_back"
    BULLETIN_FROZEN = "bulletin.frozen"
    BULLETIN_SHOWN = "bulletin.shown"
    ATLAS_DRAFTED = "atlas.drafted"
    ATLAS_CHANGED = "atlas.changed"
    ATLAS_PUBLISHED = "atlas.published"
    ATLAS_WITHDRAWN = "atlas.withdrawn"
    ATLAS_DISCARDED = "atlas.discarded"


@dataclass(frozen=True)
class AuditEntry:
    """``actor`` is an e-mail address, ``subject`` names what was acted on; ``at`` an ISO instant.

    ``verb`` is a Verb, or a text where a later version wrote one that this one does not know.
    """

    id: str
    at: str
    actor: str
    verb: str
    subject: str
    before: Mapping[str, Any] = field(default_factory=dict)
    after: Mapping[str, Any] = field(default_factory=dict)
