"""The one shape in which programs are told what went wrong: problem details of RFC 9457."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import msgspec
from flask import Response, request
from werkzeug.exceptions import HTTPException

from chainmatch.i18n import HTML_LANGUAGES, current_language, gettext, mark

MEDIA_TYPE = "application/problem+json"
ADDRESSES = "/api/"
REFERENCE = "/api"
CHALLENGE = {"WWW-Authenticate": 'Bearer realm="ChainMatch"'}
PASSED_ON = ("Allow", "Retry-After")
"""Headers of an HTTP error that belong to its meaning."""

TITLES = {
    400: (mark("请求有误"), mark("请求里有看不懂的内容，没有执行。请对照接口说明修改后重试。")),
    401: (
        mark("需要令牌"),
        mark("请求没有带上有效的令牌。请在请求头里写 Authorization: Bearer 加您的令牌。"),
    ),
    403: (mark("没有权限"), mark("您的账号或令牌不能读取这些数据。")),
    404: (mark("没有找到"), mark("没有这个网址或这条记录，请检查网址和编码。")),
    405: (mark("不支持的操作"), mark("这个网址不支持此操作。接口只读取数据，请用 GET。")),
    409: (mark("有冲突"), mark("记录已经变化，请重新读取。")),
    413: (mark("请求太大"), mark("请求正文超过上限，没有读取。接口只读取数据，不需要正文。")),
    415: (mark("不接受正文"), mark("接口只读取数据，请不要附带请求正文。")),
    429: (mark("请求太频繁"), mark("这个令牌本分钟的请求次数已用完，请稍后再试。")),
    500: (mark("系统出错"), mark("系统没能完成这次请求，错误已记录，请稍后再试。")),
    503: (mark("暂时不可用"), mark("图数据库暂时无法连接，请稍后再试；已保存的数据不受影响。")),
}
"""By status: what happened, and what to do where nothing better can be said."""


@dataclass(frozen=True)
class Fault:
    """A parameter that cannot be used, and what it should be."""

    parameter: str
    detail: str


@dataclass(frozen=True)
class Problem:
    """What a program is told: ``type`` leads to an explanation, ``detail`` is for its reader."""

    type: str
    title: str
    status: int
    detail: str
    errors: tuple[Fault, ...] = ()


def is_program() -> bool:
    """Whether the address asked for is one for programs."""
    return request.path.startswith(ADDRESSES)


def answer(
    status: int,
    detail: str = "",
    *,
    errors: Sequence[Fault] = (),
    headers: Mapping[str, str] | None = None,
) -> Response:
    """Tell a program what went wrong, in its reader's language.

    ``errors`` names the parameters at fault.
    """
    if status not in TITLES:  # programs are told of the documented ones only
        status = 500 if status >= 500 else 400
    title, words = TITLES[status]
    told = Problem(
        f"{REFERENCE}#problem-{status}",
        gettext(title),
        status,
        detail or gettext(words),
        tuple(errors),
    )
    response = Response(msgspec.json.encode(told), status, mimetype=MEDIA_TYPE)
    response.headers.update(headers or {})
    response.headers["Content-Language"] = HTML_LANGUAGES[current_language()]
    response.headers["Cache-Control"] = "no-store"
    return response


def answer_http(error: HTTPException) -> Response:
    """Tell of an HTTP error."""
    passed = {name: value for name, value in error.get_headers() if name in PASSED_ON}
    return answer(error.code or 500, headers=passed)
