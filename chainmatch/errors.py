"""The one place where errors become answers."""

from urllib.parse import urlsplit

from flask import Flask, g, jsonify, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from werkzeug.exceptions import HTTPException, RequestEntityTooLarge

from chainmatch import problems, web
from chainmatch.access import SignInNeeded
from chainmatch.extensions import login_manager
from chainmatch.i18n import gettext, translate
from graph import errors

STATUS = {
    errors.NotFound: 404,
    errors.Forbidden: 403,
    errors.Conflict: 409,
    errors.Gone: 410,
    errors.TooLarge: 413,
    errors.BadInput: 422,
    errors.GraphUnavailable: 503,
}
PAGES = {410: "errors/gone.html", 503: "errors/plain.html"}
RETRY_SECONDS = 5
MOST_READ = 512 * 1024 * 1024
CHUNK = 1024 * 1024


def init_app(app: Flask) -> None:
    """Translate domain errors, HTTP errors and a missing sign-in to pages or JSON."""
    app.register_error_handler(errors.ChainMatchError, _domain_error)
    app.register_error_handler(SignInNeeded, _sign_in)
    app.register_error_handler(HTTPException, _http_error)
    app.register_error_handler(Exception, _fault)


def _domain_error(error: errors.ChainMatchError) -> ResponseReturnValue:
    status = next((code for kind, code in STATUS.items() if isinstance(error, kind)), 500)
    if isinstance(error, errors.GraphUnavailable):
        _forget_visitor_for_now()
    return answer(status, translate(error))


def _forget_visitor_for_now() -> None:
    """Show the page as to a stranger: the account cannot be read. The session itself stays."""
    g._login_user = login_manager.anonymous_user()


def _sign_in(_error: SignInNeeded) -> ResponseReturnValue:
    if problems.is_program():
        return problems.answer(401, headers=problems.CHALLENGE)
    if _wants_json():
        return answer(401, gettext("请先登录。"))
    target = url_for("accounts.sign_in", next=_way_back())
    if web.wants_fragment():
        return "", 401, {"HX-Redirect": target}
    return redirect(target)


def _way_back() -> str | None:
    """Name the page to return to after signing in; of a fragment, the page around it."""
    if web.wants_fragment():
        return urlsplit(request.headers.get("HX-Current-URL", "")).path or None
    return web.own_address() if request.method == "GET" else None


def _http_error(error: HTTPException) -> ResponseReturnValue:
    if problems.is_program():
        return problems.answer_http(error)
    if error.code is not None and 300 <= error.code < 400:
        return error
    if isinstance(error, RequestEntityTooLarge):
        _read_to_the_end()
        limit = web.config().upload_mb
        return answer(413, gettext("文件超过 %(limit)s MB 的上限，没有保存任何内容。", limit=limit))
    return answer(error.code or 500, _http_words(error.code or 500))


def _read_to_the_end() -> None:
    """Take in what the browser still sends: it shows our answer only when it could send all."""
    left = min(request.content_length or 0, MOST_READ)
    while left > 0:
        chunk = request.environ["wsgi.input"].read(min(left, CHUNK))
        if not chunk:
            return
        left -= len(chunk)


def _http_words(status: int) -> str:
    words = {
        400: gettext("请求不完整或页面已过期，请刷新后重试。"),
        404: gettext("没有找到您要的页面，可能已被移除，或网址有误。"),
        405: gettext("这个网址不支持此操作。"),
    }
    return words.get(status, gettext("系统没能完成这次请求，请稍后再试。"))


def _fault(error: Exception) -> ResponseReturnValue:
    web.current_app.logger.exception("fault", exc_info=error)
    if problems.is_program():
        return problems.answer(500)
    return answer(500, _http_words(500))


def answer(status: int, words: str) -> ResponseReturnValue:
    """Say what went wrong as a page, a fragment or JSON, with the right status."""
    headers = {"Retry-After": str(RETRY_SECONDS)} if status == 503 else {}
    if problems.is_program():
        return problems.answer(status, words, headers=headers)
    if _wants_json():
        return jsonify(error={"status": status, "message": words}), status, headers
    template = PAGES.get(status, "errors/error.html")
    if web.wants_fragment():
        template = "errors/fragment.html"
    return render_template(template, status=status, words=words), status, headers


def _wants_json() -> bool:
    best = request.accept_mimetypes.best_match(["text/html", "application/json"])
    return best == "application/json" and "text/html" not in request.headers.get("Accept", "")
