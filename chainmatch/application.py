"""The Flask house: every room is a folder with the same file names."""

from flask import Flask, current_app, g, has_request_context, request
from flask_login import current_user
from jinja2 import pass_eval_context
from jinja2.nodes import EvalContext
from markupsafe import Markup

from chainmatch import errors, former_codes, house, map_day, navigation, problems, security, web
from chainmatch.config import ROOT, Config, read_config
from chainmatch.extensions import csrf, login_manager
from chainmatch.formats import FILTERS
from chainmatch.i18n import (
    HTML_LANGUAGES,
    LANGUAGES,
    current_language,
    gettext,
    in_number,
    pick,
    translate,
    use_language,
)
from chainmatch.people import inbox
from chainmatch.signboard import Signboard
from chainmatch.wording.map_names import certification_list, certification_name
from graph.store import Store
from graph.store.history import hand

LANGUAGE_COOKIE = "language"
WITHOUT_ACCOUNT = {"static", "settings.healthz"}
"""Endpoints that answer without asking the graph who the visitor is."""


def create_app(config: Config | None = None) -> Flask:
    """Build the site. ``config`` falls back on the environment; nothing is opened yet."""
    config = config or read_config()
    app = Flask("chainmatch", template_folder=ROOT / "templates", static_folder=ROOT / "static")
    app.config.update(
        SECRET_KEY=config.secret_key(),
        MAX_CONTENT_LENGTH=config.upload_mb * 1024 * 1024,
        SESSION_COOKIE_SAMESITE="Lax",
        SESSION_COOKIE_SECURE=config.secure_cookies,
        WTF_CSRF_TIME_LIMIT=None,
    )
    connect(app, config)
    csrf.init_app(app)
    login_manager.init_app(app)
    security.init_app(app)
    errors.init_app(app)
    _init_templates(app)
    app.before_request(_choose_language)
    app.before_request(_sign)
    map_day.init_app(app)
    former_codes.init_app(app)
    house.init_app(app)
    return app


def connect(app: Flask, config: Config) -> None:
    """Give the site its connections to the graph and what it remembers of it, all of it new."""
    app.extensions["config"] = config
    app.extensions["store"] = store = Store(config.locate)
    app.extensions["reader"] = Store(config.locate_reader)
    app.extensions["signboard"] = Signboard(store)


def _init_templates(app: Flask) -> None:
    app.jinja_env.add_extension("jinja2.ext.i18n")
    app.jinja_env.newstyle_gettext = True  # type: ignore[attr-defined]
    app.jinja_env.globals["gettext"] = _say
    app.jinja_env.trim_blocks = app.jinja_env.lstrip_blocks = True
    app.jinja_env.filters.update(
        FILTERS, certification=certification_name, certifications=certification_list
    )
    app.context_processor(_template_names)


@pass_eval_context
def _say(context: EvalContext, text: str, /, **values: object) -> str:
    said = in_number(text, values)
    return (Markup(said) if context.autoescape else said) % values  # noqa: S704 - from the catalogue


def _template_names() -> dict[str, object]:
    sign = current_app.extensions["signboard"].show()
    return {
        "city": sign.city,
        "is_demo": sign.is_demo,
        "takes_wishes": sign.takes_wishes,
        "language": current_language(),
        "html_language": HTML_LANGUAGES[current_language()],
        "languages": LANGUAGES,
        "navigation": navigation.groups_for_visitor(),
        "phone_doors": navigation.phone_doors,
        "own_address": web.own_address,
        "own_path": web.own_path,
        "pick": pick,
        "translate": translate,
        "tr": gettext,
        "count_unread": inbox.count_unread,
    }


def _sign() -> None:
    """Whoever sends this request answers for what it writes on the map."""
    hand.sign(_visitor)


def _visitor() -> str:
    is_known = has_request_context() and current_user.is_authenticated
    return current_user.account.email if is_known else ""


def _choose_language() -> None:
    """The account's language, else the cookie's, else what the browser prefers, else Chinese.

    A program says what it prefers with each request; it has no cookies, and its account is asked
    for where its token is.
    """
    use_language(_visitor_language())  # already now: looking for the account may fail
    account_language = _account_language()
    if account_language:
        g.pop("language_guessed", None)
        use_language(account_language)


def _account_language() -> str | None:
    if problems.is_program() or request.endpoint in WITHOUT_ACCOUNT:
        return None
    return current_user.account.locale if current_user.is_authenticated else None


def _visitor_language() -> str:
    cookie = request.cookies.get(LANGUAGE_COOKIE)
    if cookie in LANGUAGES and not problems.is_program():
        return cookie
    g.language_guessed = True
    return request.accept_languages.best_match(["zh", "zh-CN", "en"], default="zh")[:2]
