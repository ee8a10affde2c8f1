"""Numbered steps that bring any graph to the present schema. Each may run twice without harm."""

from collections.abc import Callable
from dataclasses import dataclass

from graph.domain.clock import instant_text, now
from graph.store.connection import Store
from graph.store.cypher import migrations as cypher
from graph.store.dialect import create_search_index


@dataclass(frozen=True)
class Migration:
    """One step: its number never changes once released."""

    number: int
    name: str
    apply: Callable[[Store], None]


def create_keys(store: Store) -> None:
    """Make every key unique in the database itself."""
    for statement in cypher.KEYS:
        store.write(statement)


def create_indexes(store: Store) -> None:
    """Index what lists filter by."""
    for statement in cypher.INDEXES:
        store.write(statement)


def create_search_indexes(store: Store) -> None:
    """Make names searchable."""
    create_search_index(store, "ChainNode")
    create_search_index(store, "Enterprise")


def create_job_keys(store: Store) -> None:
    """Let the database itself refuse a second living job of a key or running job of a lane."""
    for statement in cypher.JOBS:
        store.write(statement)


def create_letter_keys(store: Store) -> None:
    """The outbox: one letter of each key, found by state."""
    for statement in cypher.LETTERS:
        store.write(statement)


def create_session_keys(store: Store) -> None:
    """Sessions and one-time links: one of each secret."""
    for statement in cypher.SESSIONS:
        store.write(statement)


def create_claim_keys(store: Store) -> None:
    """Let the database itself refuse a second open claim of a person; find by credit code."""
    for statement in cypher.CLAIMS:
        store.write(statement)


def make_owners(store: Store) -> None:
    """Whoever acted for an enterprise before there were memberships manages it."""
    store.write(cypher.MAKE_OWNERS)


def create_listing_keys(store: Store) -> None:
    """Offers and needs: one of each id, found by state."""
    for statement in cypher.LISTINGS:
        store.write(statement)


def create_project_keys(store: Store) -> None:
    """Signed projects and their records: one of each, found by what changed and by source."""
    for statement in cypher.PROJECTS:
        store.write(statement)


def create_profile_keys(store: Store) -> None:
    """Contacts and proposed nodes: one of each; what was done is found by its subject."""
    for statement in cypher.PROFILES:
        store.write(statement)


def create_feedback_key(store: Store) -> None:
    """Judgements of partners: one of each id."""
    for statement in cypher.FEEDBACK:
        store.write(statement)


def create_order_keys(store: Store) -> None:
    """Let the database itself refuse a second open order about a project."""
    for statement in cypher.ORDERS:
        store.write(statement)


def create_report_index(store: Store) -> None:
    """Find the reports that wait for review."""
    store.write(cypher.WAITING_REPORTS)


def create_notice_keys(store: Store) -> None:
    """Let the database itself refuse a second unread notice of a reader and key."""
    for statement in cypher.NOTICES:
        store.write(statement)


def create_request_keys(store: Store) -> None:
    """Let the database itself refuse a second open meeting request of a pair."""
    for statement in cypher.REQUESTS:
        store.write(statement)


def leave_old_listings(store: Store) -> None:
    """Whom a listing fits is told of it when it becomes public: not of those that are already."""
    store.write(cypher.MATCHED_BEFORE)


def create_standing_keys(store: Store) -> None:
    """Owners and credit records: one of each, found by source."""
    for statement in cypher.STANDING:
        store.write(statement)


def create_saved_query_keys(store: Store) -> None:
    """Saved queries: one of each id, found by owner."""
    for statement in cypher.SAVED_QUERIES:
        store.write(statement)


def create_saved_search_key(store: Store) -> None:
    """Saved searches: one of each id."""
    store.write(cypher.SAVED_SEARCHES)


def create_throttle_key(store: Store) -> None:
    """Failures of late: one record of each subject."""
    for statement in cypher.THROTTLES:
        store.write(statement)


def create_saved_view_key(store: Store) -> None:
    """Views of the map that people keep: one record of each."""
    store.write(cypher.SAVED_VIEWS)


def create_chain_atlas_keys(store: Store) -> None:
    """Let the database itself refuse a second edition of a chain's map with a number."""
    for statement in cypher.CHAIN_ATLASES:
        store.write(statement)


def create_rulebook_key(store: Store) -> None:
    """Let the database itself refuse a second rulebook of a version."""
    for statement in cypher.RULEBOOKS:
        store.write(statement)


def create_bulletin_keys(store: Store) -> None:
    """Let the database itself refuse a second bulletin of a month and edition."""
    for statement in cypher.BULLETINS:
        store.write(statement)


def create_conference_keys(store: Store) -> None:
    """Let the database itself refuse that a party or a table is booked twice in a slot."""
    for statement in cypher.CONFERENCES:
        store.write(statement)


def create_token_key(store: Store) -> None:
    """Tokens of programs: one of each secret."""
    store.write(cypher.TOKENS)


def create_merging_keys(store: Store) -> None:
    """Merged enterprises: where their codes lead, and one verdict on each pair."""
    for statement in cypher.MERGING:
        store.write(statement)


def create_map_change_keys(store: Store) -> None:
    """Lines of the map's history: one of each id, found by what they are about."""
    for statement in cypher.MAP_CHANGES:
        store.write(statement)


MIGRATIONS = (
    Migration(1, "keys", create_keys),
    Migration(2, "indexes", create_indexes),
    Migration(3, "search indexes", create_search_indexes),
    Migration(4, "jobs", create_job_keys),
    Migration(5, "letters", create_letter_keys),
    Migration(6, "sessions and one-time links", create_session_keys),
    Migration(7, "claims", create_claim_keys),
    Migration(8, "owners", make_owners),
    Migration(9, "profiles", create_profile_keys),
    Migration(11, "listings", create_listing_keys),
    Migration(12, "feedback", create_feedback_key),
    Migration(13, "throttles", create_throttle_key),
    Migration(14, "notices", create_notice_keys),
    Migration(15, "meeting requests", create_request_keys),
    Migration(16, "listings of before", leave_old_listings),
    Migration(17, "owners and credit records", create_standing_keys),
    Migration(18, "saved searches", create_saved_search_key),
    Migration(20, "projects", create_project_keys),
    Migration(21, "open orders", create_order_keys),
    Migration(22, "waiting reports", create_report_index),
    Migration(23, "bulletins", create_bulletin_keys),
    Migration(24, "rulebooks", create_rulebook_key),
    Migration(40, "conferences", create_conference_keys),
    Migration(50, "saved views", create_saved_view_key),
    Migration(51, "chain atlases", create_chain_atlas_keys),
    Migration(60, "tokens", create_token_key),
    Migration(65, "saved queries", create_saved_query_keys),
    Migration(70, "map changes", create_map_change_keys),
    Migration(75, "merged enterprises", create_merging_keys),
)


def migrate(store: Store) -> list[Migration]:
    """Apply the steps that this graph has not seen, in order, and return them."""
    applied = {row["number"] for row in store.read(cypher.LIST_APPLIED)}
    pending = [step for step in MIGRATIONS if step.number not in applied]
    for step in pending:
        step.apply(store)
        store.write(cypher.SAVE_APPLIED, number=step.number, name=step.name, at=instant_text(now()))
    return pending
