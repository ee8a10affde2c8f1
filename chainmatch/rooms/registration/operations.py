"""Registering, filing a claim, confirming the address; web and tests call the same."""

from dataclasses import replace
from datetime import datetime

from chainmatch.config import Config
from chainmatch.people import identity
from chainmatch.people.one_time_links import hash_of, make_seed, token_of
from chainmatch.rooms.registration.letters import confirmation_letter
from chainmatch.rooms.registration.telling import tell_who_decides
from graph.domain.account import Account, Role
from graph.domain.claim import Claim
from graph.domain.codes import bracketed_code
from graph.domain.letter import Letter
from graph.domain.one_time_link import LinkKind, OneTimeLink
from graph.errors import BadInput, Conflict, NotFound
from graph.store import Store
from graph.store.map import enterprises
from graph.store.map.partners import list_codes_by_name
from graph.store.people import claims, one_time_links, registrations, throttles

MOST_LETTERS = 3
LETTERS_SECONDS = 3600.0


def register(
    store: Store,
    config: Config,
    *,
    claim: Claim,
    password: str,
    locale: str,
    now: datetime,
) -> None:
    """Make an applicant's account with its claim and mail the link that confirms the address.

    The same claim given again changes nothing. Raises BadInput, Conflict (address taken).
    """
    identity.check_email(claim.email)
    identity.check_password(password)
    account = Account(claim.email, claim.person, Role.APPLICANT, locale)
    aimed = aim(store, claim)
    link, letter = _confirmation(store, config, account, now)
    try:
        registrations.register(
            store,
            account,
            password_hash=identity.make_hash(password),
            claim=aimed,
            link=link,
            letter=letter,
            at=now,
        )
    except Conflict:
        if not _is_filed(store, claim):
            raise


def file_claim(store: Store, *, actor: Account, claim: Claim, now: datetime) -> None:
    """File another claim. Raises BadInput, Conflict where one is open."""
    if not actor.is_applicant:
        raise Conflict("您的账号已代表一家企业。")
    try:
        claims.file_claim(store, aim(store, claim), at=now)
    except Conflict:
        if not _is_filed(store, claim):
            raise
    tell_who_decides(store, actor.email, now)


def aim(store: Store, claim: Claim) -> Claim:
    """Tell which record is claimed: by credit code, as picked from the list, or by exact name.

    None of these leaves it open: whoever decides picks a record or makes one. Raises BadInput.
    """
    picked = bracketed_code(claim.name)
    record = enterprises.find_enterprise(store, picked) if picked else None
    if picked is not None and record is None:
        raise BadInput("图谱里没有“%(name)s”，请从提示里选，或只写企业全称。", name=claim.name)
    name = record.name if record else claim.name
    known = claims.list_codes_by_credit_code(store, claim.credit_code)
    if record and known and record.code not in known:
        raise BadInput("这个统一社会信用代码已登记在另一家企业名下，请核对后再提交。")
    named = [picked] if picked else list_codes_by_name(store, name)
    codes = known or named
    return replace(claim, name=name, enterprise=codes[0] if len(codes) == 1 else "")


def send_confirmation_again(store: Store, config: Config, *, actor: Account, now: datetime) -> None:
    """Mail a new link; the earlier one ends. Raises BadInput after too many."""
    subject = f"confirm:{actor.email}"
    if throttles.count_failures(store, subject, at=now, seconds=LETTERS_SECONDS) >= MOST_LETTERS:
        raise BadInput("确认邮件一小时内最多发送 3 次，请稍后再试，并看看垃圾邮件。")
    throttles.record_failure(store, subject, at=now, seconds=LETTERS_SECONDS)
    link, letter = _confirmation(store, config, actor, now)
    claims.offer_confirmation(store, link, letter, at=now)


def check_link(store: Store, *, token: str, now: datetime) -> str:
    """Return the address that a link confirms. Raises Gone."""
    return one_time_links.find_open(store, LinkKind.VERIFY, hash_of(token), at=now).email


def confirm(store: Store, *, token: str, now: datetime) -> str:
    """Confirm an address and show its claim to those who decide. Raises Gone."""
    email = claims.confirm_address(store, hash_of(token), at=now)
    tell_who_decides(store, email, now)
    return email


def withdraw(store: Store, *, actor: Account, claim_id: str, now: datetime) -> None:
    """Take one's own claim back. Raises Conflict."""
    claims.withdraw(store, actor.email, claim_id, at=now)


def _confirmation(
    store: Store, config: Config, account: Account, now: datetime
) -> tuple[OneTimeLink, Letter]:
    seed = make_seed()
    link = one_time_links.new_link(
        LinkKind.VERIFY,
        hash_of(token_of(config, seed)),
        account.email,
        created_by=account.email,
        at=now,
    )
    return link, confirmation_letter(store, account, seed, now)


def _is_filed(store: Store, claim: Claim) -> bool:
    """Tell whether this very claim is there: the button was clicked twice."""
    try:
        return claims.find_claim(store, claim.id).email == claim.email
    except NotFound:
        return False
