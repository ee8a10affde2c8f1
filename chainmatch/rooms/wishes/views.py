"""Pages of the wishes room."""

from flask import redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_login import current_user

from chainmatch import web
from chainmatch.conference.party_rights import find_own_party, find_party_of_actor
from chainmatch.fields import one_line
from chainmatch.formats import today
from chainmatch.rooms.wishes import labels, operations, queries
from graph.domain.clock import now
from graph.domain.conference.parties import Wish, WishKind
from graph.errors import NotFound
from graph.exchange.cells import without_controls
from graph.store.map.enterprises import find_enterprise

LONGEST = 200


def mine(conference: str) -> ResponseReturnValue:
    """Go to one's own wishes."""
    own = find_party_of_actor(web.store(), current_user.account, conference)
    return redirect(url_for("wishes.page", party_id=own.id))


def page(party_id: str) -> ResponseReturnValue:
    """List whom a party may meet, with what it wishes."""
    account = current_user.account
    party = find_own_party(web.store(), account, party_id)
    words = request.args.get("q", "").strip()[:LONGEST]
    shown = queries.list_candidates(
        web.store(), party, words=words, number=web.page_number(), today=today()
    )
    return render_template(
        "wishes/page.html",
        shown=shown,
        conference=shown.whole.conference,
        labels=labels,
        can_wish=operations.can_wish(account, shown.whole.conference.phase),
    )


def about() -> ResponseReturnValue:
    """Show where one could meet an enterprise that was found elsewhere on the site."""
    partner = request.args.get("partner", "")
    if not partner:
        return redirect(url_for("conferences.index"))
    enterprise = find_enterprise(web.store(), partner)
    if enterprise is None:
        raise NotFound("没有这家企业。")
    chances = queries.list_chances(web.store(), current_user.account.enterprise, partner)
    return render_template(
        "wishes/about.html", enterprise=enterprise, chances=chances, labels=labels
    )


def save(party_id: str) -> ResponseReturnValue:
    """Save or take back a wish, and go back to where it was made."""
    pair = (party_id, _line("wished"))
    operations.save_wish(
        web.store(), actor=current_user.account, wish=_wish(pair), pair=pair, now=now()
    )
    back = url_for("wishes.page", party_id=party_id)
    return redirect(web.local_path(request.form.get("next"), back))


def _wish(pair: tuple[str, str]) -> Wish | None:
    kind, rank = request.form.get("kind", ""), request.form.get("rank", "")
    if kind not in set(WishKind):
        return None
    return Wish(
        *pair,
        kind=WishKind(kind),
        note=_line("note"),
        about=_line("about"),
        about_id=_line("about_id"),
        version=_line("version"),
        role=_line("role"),
        rank=int(rank) if rank.isdecimal() and len(rank) < 6 else None,
        by=current_user.account.email,
    )


def _line(name: str) -> str:
    return without_controls(one_line(request.form.get(name)))[:LONGEST]
