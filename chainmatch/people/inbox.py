"""How many notices wait for the visitor: shown on every page."""

from flask_login import current_user

from chainmatch import web
from graph.errors import GraphUnavailable
from graph.store.post import notices


def count_unread() -> int:
    """Count what the visitor has not read; nothing where the graph is away."""
    if not current_user.is_authenticated:
        return 0
    try:
        return notices.count_unread(web.store(), current_user.account.email)
    except GraphUnavailable:
        return 0
