"""Pages of the chains room."""

from flask import render_template, request
from flask.typing import ResponseReturnValue

from chainmatch import web
from chainmatch.access import STAFF, can_enter
from chainmatch.rooms.chains import labels, queries


def index() -> ResponseReturnValue:
    """List the chains: published ones for everybody, all of them for the staff."""
    words = request.args.get("q", "").strip()[:100]
    found = queries.list_chains(web.store(), words, at=web.asked_date(), sees_drafts=_sees_drafts())
    return render_template("chains/index.html", chains=found, words=words)


def page(code: str) -> ResponseReturnValue:
    """Show a chain: its picture, and the enterprises that stand in it."""
    shown = queries.show_chain(
        web.store(),
        code,
        at=web.asked_date(),
        chosen=request.args.get("node", ""),
        order=request.args.get("order", ""),
        number=web.page_number(),
        sees_drafts=_sees_drafts(),
    )
    template = "makers" if web.wants_fragment() else "page"
    return render_template(
        f"chains/{template}.html", shown=shown, labels=labels, address_with=web.address_with
    )


def node(code: str) -> ResponseReturnValue:
    """Show a chain node: who makes it, what it is made of, what is made of it."""
    shown = queries.show_node(
        web.store(),
        code,
        at=web.asked_date(),
        order=request.args.get("order", ""),
        number=web.page_number(),
        sees_drafts=_sees_drafts(),
    )
    return render_template(
        "chains/node.html", shown=shown, labels=labels, address_with=web.address_with
    )


def _sees_drafts() -> bool:
    return can_enter(STAFF)
