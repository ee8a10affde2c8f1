"""Constraints, indexes and the record of what ran."""

from typing import LiteralString

LIST_APPLIED: LiteralString = "MATCH (m:Migration) RETURN m.number AS number ORDER BY number"
SAVE_APPLIED: LiteralString = "MERGE (m:Migration {number: $number}) SET m.name = $name, m.at = $at"

KEYS: tuple[LiteralString, ...] = (
    "CREATE CONSTRAINT region_key IF NOT EXISTS FOR (n:Region) REQUIRE n.code IS UNIQUE",
    "CREATE CONSTRAINT chain_key IF NOT EXISTS FOR (n:Chain) REQUIRE n.code IS UNIQUE",
    "CREATE CONSTRAINT chain_node_key IF NOT EXISTS FOR (n:ChainNode) REQUIRE n.code IS UNIQUE",
    "CREATE CONSTRAINT enterprise_key IF NOT EXISTS FOR (n:Enterprise) REQUIRE n.code IS UNIQUE",
    "CREATE CONSTRAINT user_key IF NOT EXISTS FOR (n:User) REQUIRE n.email IS UNIQUE",
    "CREATE CONSTRAINT job_key IF NOT EXISTS FOR (n:Job) REQUIRE n.id IS UNIQUE",
    "CREATE CONSTRAINT audit_key IF NOT EXISTS FOR (n:AuditEntry) REQUIRE n.id IS UNIQUE",
    "CREATE CONSTRAINT file_key IF NOT EXISTS FOR (n:File) REQUIRE n.sha256 IS UNIQUE",
    "CREATE CONSTRAINT migration_key IF NOT EXISTS FOR (n:Migration) REQUIRE n.number IS UNIQUE",
    "CREATE CONSTRAINT setting_key IF NOT EXISTS FOR (n:Setting) REQUIRE n.name IS UNIQUE",
)

INDEXES: tuple[LiteralString, ...] = (
    "CREATE INDEX enterprise_source IF NOT EXISTS FOR (n:Enterprise) ON (n.source)",
    "CREATE INDEX enterprise_name IF NOT EXISTS FOR (n:Enterprise) ON (n.name)",
    "CREATE INDEX chain_node_source IF NOT EXISTS FOR (n:ChainNode) ON (n.source)",
    "CREATE INDEX chain_node_match_key IF NOT EXISTS FOR (n:ChainNode) ON (n.match_key)",
    "CREATE INDEX chain_source IF NOT EXISTS FOR (n:Chain) ON (n.source)",
    "CREATE INDEX job_state IF NOT EXISTS FOR (n:Job) ON (n.state)",
    "CREATE INDEX audit_at IF NOT EXISTS FOR (n:AuditEntry) ON (n.at)",
)

JOBS: tuple[LiteralString, ...] = (
    "CREATE CONSTRAINT worker_key IF NOT EXISTS FOR (n:Worker) REQUIRE n.id IS UNIQUE",
    "CREATE CONSTRAINT job_live_key IF NOT EXISTS FOR (n:Job) REQUIRE n.live_key IS UNIQUE",
    "CREATE CONSTRAINT job_lane_held IF NOT EXISTS FOR (n:Job) REQUIRE n.lane_held IS UNIQUE",
)

LETTERS: tuple[LiteralString, ...] = (
    "CREATE CONSTRAINT letter_key IF NOT EXISTS FOR (n:Letter) REQUIRE n.key IS UNIQUE",
    "CREATE INDEX letter_state IF NOT EXISTS FOR (n:Letter) ON (n.state)",
)

SESSIONS: tuple[LiteralString, ...] = (
    "CREATE CONSTRAINT session_key IF NOT EXISTS FOR (n:Session) REQUIRE n.id IS UNIQUE",
    "CREATE CONSTRAINT link_key IF NOT EXISTS FOR (n:OneTimeLink) REQUIRE n.id IS UNIQUE",
    "CREATE INDEX link_email IF NOT EXISTS FOR (n:OneTimeLink) ON (n.email)",
)

CLAIMS: tuple[LiteralString, ...] = (
    "CREATE CONSTRAINT claim_key IF NOT EXISTS FOR (n:Claim) REQUIRE n.id IS UNIQUE",
    "CREATE CONSTRAINT claim_open IF NOT EXISTS FOR (n:Claim) REQUIRE n.open_by IS UNIQUE",
    "CREATE INDEX claim_state IF NOT EXISTS FOR (n:Claim) ON (n.state)",
    "CREATE INDEX enterprise_credit_code IF NOT EXISTS FOR (n:Enterprise) ON (n.credit_code)",
)

MAKE_OWNERS: LiteralString = """
MATCH (:User)-[a:ACTS_FOR]->(:Enterprise) WHERE a.membership IS NULL
SET a.membership = 'owner', a.since = ''
"""

LISTINGS: tuple[LiteralString, ...] = (
    "CREATE CONSTRAINT listing_key IF NOT EXISTS FOR (n:Listing) REQUIRE n.id IS UNIQUE",
    "CREATE INDEX listing_state IF NOT EXISTS FOR (n:Listing) ON (n.state)",
)

PROJECTS: tuple[LiteralString, ...] = (
    "CREATE CONSTRAINT project_key IF NOT EXISTS FOR (n:Project) REQUIRE n.code IS UNIQUE",
    "CREATE CONSTRAINT milestone_key IF NOT EXISTS FOR (n:Milestone) REQUIRE n.id IS UNIQUE",
    "CREATE CONSTRAINT signing_key IF NOT EXISTS FOR (n:Signing) REQUIRE n.id IS UNIQUE",
    "CREATE CONSTRAINT fund_arrival_key IF NOT EXISTS FOR (n:FundArrival) REQUIRE n.id IS UNIQUE",
    "CREATE CONSTRAINT problem_key IF NOT EXISTS FOR (n:Problem) REQUIRE n.id IS UNIQUE",
    "CREATE CONSTRAINT report_key IF NOT EXISTS FOR (n:ProgressReport) REQUIRE n.id IS UNIQUE",
    "CREATE CONSTRAINT order_key IF NOT EXISTS FOR (n:SupervisionOrder) REQUIRE n.id IS UNIQUE",
    "CREATE INDEX project_touched IF NOT EXISTS FOR (n:Project) ON (n.touched)",
    "CREATE INDEX project_source IF NOT EXISTS FOR (n:Project) ON (n.source)",
)

NOTICES: tuple[LiteralString, ...] = (
    "CREATE CONSTRAINT notice_key IF NOT EXISTS FOR (n:Notice) REQUIRE n.id IS UNIQUE",
    "CREATE CONSTRAINT notice_unread IF NOT EXISTS FOR (n:Notice) REQUIRE n.unread_key IS UNIQUE",
    "CREATE INDEX notice_reader IF NOT EXISTS FOR (n:Notice) ON (n.reader)",
    "CREATE INDEX notice_unread_for IF NOT EXISTS FOR (n:Notice) ON (n.unread_for)",
    "CREATE INDEX notice_mail IF NOT EXISTS FOR (n:Notice) ON (n.mail)",
    "CREATE CONSTRAINT round_key IF NOT EXISTS FOR (n:Round) REQUIRE n.name IS UNIQUE",
)

REQUESTS: tuple[LiteralString, ...] = (
    "CREATE CONSTRAINT request_key IF NOT EXISTS FOR (n:MeetingRequest) REQUIRE n.id IS UNIQUE",
    "CREATE CONSTRAINT request_pair IF NOT EXISTS FOR (n:MeetingRequest) REQUIRE n.pair IS UNIQUE",
    "CREATE CONSTRAINT request_step_key IF NOT EXISTS FOR (n:RequestStep) REQUIRE n.id IS UNIQUE",
    "CREATE INDEX request_asker IF NOT EXISTS FOR (n:MeetingRequest) ON (n.asker)",
    "CREATE INDEX request_partner IF NOT EXISTS FOR (n:MeetingRequest) ON (n.partner)",
    "CREATE INDEX request_state IF NOT EXISTS FOR (n:MeetingRequest) ON (n.state)",
    "CREATE INDEX request_open_by IF NOT EXISTS FOR (n:MeetingRequest) ON (n.open_by)",
    "CREATE INDEX request_accepted IF NOT EXISTS FOR (n:MeetingRequest) ON (n.accepted_pair)",
    "CREATE INDEX request_awaits IF NOT EXISTS FOR (n:MeetingRequest) ON (n.awaits)",
)

MATCHED_BEFORE: LiteralString = """
MATCH (l:Listing) WHERE l.state = 'published' AND l.matched_at IS NULL SET l.matched_at = ''
"""

FEEDBACK: tuple[LiteralString, ...] = (
    "CREATE CONSTRAINT feedback_key IF NOT EXISTS FOR (n:Feedback) REQUIRE n.id IS UNIQUE",
)

ORDERS: tuple[LiteralString, ...] = (
    "CREATE CONSTRAINT order_open IF NOT EXISTS FOR (n:SupervisionOrder)"
    " REQUIRE n.open_key IS UNIQUE",
)

WAITING_REPORTS: LiteralString = (
    "CREATE INDEX report_state IF NOT EXISTS FOR (n:ProgressReport) ON (n.state)"
)

PROFILES: tuple[LiteralString, ...] = (
    "CREATE CONSTRAINT contact_key IF NOT EXISTS FOR (n:Contact) REQUIRE n.id IS UNIQUE",
    "CREATE CONSTRAINT proposal_key IF NOT EXISTS FOR (n:NodeProposal) REQUIRE n.id IS UNIQUE",
    "CREATE INDEX proposal_state IF NOT EXISTS FOR (n:NodeProposal) ON (n.state)",
    "CREATE INDEX audit_subject IF NOT EXISTS FOR (n:AuditEntry) ON (n.subject)",
)

STANDING: tuple[LiteralString, ...] = (
    "CREATE CONSTRAINT owner_key IF NOT EXISTS FOR (n:Owner) REQUIRE n.code IS UNIQUE",
    "CREATE CONSTRAINT credit_key IF NOT EXISTS FOR (n:CreditRecord) REQUIRE n.code IS UNIQUE",
    "CREATE INDEX owner_source IF NOT EXISTS FOR (n:Owner) ON (n.source)",
    "CREATE INDEX credit_source IF NOT EXISTS FOR (n:CreditRecord) ON (n.source)",
)

MERGING: tuple[LiteralString, ...] = (
    "CREATE CONSTRAINT former_code_key IF NOT EXISTS FOR (n:FormerCode) REQUIRE n.code IS UNIQUE",
    "CREATE INDEX former_code_name IF NOT EXISTS FOR (n:FormerCode) ON (n.name)",
    "CREATE CONSTRAINT merge_key IF NOT EXISTS FOR (n:EnterpriseMerge) REQUIRE n.id IS UNIQUE",
    "CREATE INDEX merge_stays IF NOT EXISTS FOR (n:EnterpriseMerge) ON (n.stays)",
    "CREATE INDEX merge_goes IF NOT EXISTS FOR (n:EnterpriseMerge) ON (n.goes)",
    "CREATE CONSTRAINT merge_part_key IF NOT EXISTS FOR (n:MergePart) REQUIRE n.id IS UNIQUE",
    "CREATE CONSTRAINT verdict_key IF NOT EXISTS FOR (n:DuplicateVerdict) REQUIRE n.pair IS UNIQUE",
)

TOKENS: LiteralString = (
    "CREATE CONSTRAINT token_key IF NOT EXISTS FOR (n:Token) REQUIRE n.id IS UNIQUE"
)
SAVED_SEARCHES: LiteralString = (
    "CREATE CONSTRAINT saved_search_key IF NOT EXISTS FOR (n:SavedSearch) REQUIRE n.id IS UNIQUE"
)

SAVED_QUERIES: tuple[LiteralString, ...] = (
    "CREATE CONSTRAINT saved_query_key IF NOT EXISTS FOR (n:SavedQuery) REQUIRE n.id IS UNIQUE",
    "CREATE INDEX saved_query_owner IF NOT EXISTS FOR (n:SavedQuery) ON (n.owner)",
)

SAVED_VIEWS: LiteralString = (
    "CREATE CONSTRAINT saved_view_key IF NOT EXISTS FOR (n:SavedView) REQUIRE n.id IS UNIQUE"
)

CHAIN_ATLASES: tuple[LiteralString, ...] = (
    "CREATE CONSTRAINT chain_atlas_key IF NOT EXISTS FOR (n:ChainAtlas) REQUIRE n.id IS UNIQUE",
    "CREATE INDEX chain_atlas_chain IF NOT EXISTS FOR (n:ChainAtlas) ON (n.chain)",
)

RULEBOOKS: tuple[LiteralString, ...] = (
    "CREATE CONSTRAINT rulebook_key IF NOT EXISTS FOR (n:Rulebook) REQUIRE n.id IS UNIQUE",
)

BULLETINS: tuple[LiteralString, ...] = (
    "CREATE CONSTRAINT bulletin_key IF NOT EXISTS FOR (n:Bulletin) REQUIRE n.id IS UNIQUE",
    "CREATE INDEX bulletin_month IF NOT EXISTS FOR (n:Bulletin) ON (n.month)",
)

THROTTLES: tuple[LiteralString, ...] = (
    "CREATE CONSTRAINT throttle_key IF NOT EXISTS FOR (n:Throttle) REQUIRE n.key IS UNIQUE",
)

CONFERENCES: tuple[LiteralString, ...] = (
    "CREATE CONSTRAINT conference_key IF NOT EXISTS FOR (n:Conference) REQUIRE n.code IS UNIQUE",
    "CREATE CONSTRAINT slot_key IF NOT EXISTS FOR (n:Slot) REQUIRE n.id IS UNIQUE",
    "CREATE CONSTRAINT hall_key IF NOT EXISTS FOR (n:Hall) REQUIRE n.id IS UNIQUE",
    "CREATE CONSTRAINT table_key IF NOT EXISTS FOR (n:Table) REQUIRE n.id IS UNIQUE",
    "CREATE CONSTRAINT themed_key IF NOT EXISTS FOR (n:ThemedSession) REQUIRE n.id IS UNIQUE",
    "CREATE CONSTRAINT group_key IF NOT EXISTS FOR (n:PartyGroup) REQUIRE n.id IS UNIQUE",
    "CREATE CONSTRAINT party_key IF NOT EXISTS FOR (n:Party) REQUIRE n.id IS UNIQUE",
    "CREATE CONSTRAINT party_once IF NOT EXISTS FOR (n:Party)"
    " REQUIRE (n.conference, n.enterprise) IS UNIQUE",
    "CREATE CONSTRAINT wish_key IF NOT EXISTS FOR (n:Wish) REQUIRE n.id IS UNIQUE",
    "CREATE CONSTRAINT meeting_key IF NOT EXISTS FOR (n:Meeting) REQUIRE n.id IS UNIQUE",
    "CREATE INDEX meeting_conference IF NOT EXISTS FOR (n:Meeting) ON (n.conference)",
    "CREATE CONSTRAINT booking_once IF NOT EXISTS FOR (n:Booking)"
    " REQUIRE (n.conference, n.holder, n.slot) IS UNIQUE",
    "CREATE CONSTRAINT version_key IF NOT EXISTS FOR (n:TimetableVersion) REQUIRE n.id IS UNIQUE",
)

MAP_CHANGES: tuple[LiteralString, ...] = (
    "CREATE CONSTRAINT map_change_key IF NOT EXISTS FOR (n:MapChange) REQUIRE n.id IS UNIQUE",
    "CREATE INDEX map_change_start IF NOT EXISTS FOR (n:MapChange) ON (n.start)",
    "CREATE INDEX map_change_end IF NOT EXISTS FOR (n:MapChange) ON (n.end)",
    "CREATE INDEX map_change_run IF NOT EXISTS FOR (n:MapChange) ON (n.run)",
)
