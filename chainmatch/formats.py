"""How figures, dates and codes are written for people."""

from datetime import date, datetime, time
from unicodedata import east_asian_width
from zoneinfo import ZoneInfo

from chainmatch.i18n import current_language, gettext
from graph.domain.clock import now, parse_instant

ZONE = ZoneInfo("Asia/Shanghai")
YI = 100_000_000
WAN = 10_000
MINUTE = 60
HOUR = 3600
MEGABYTE = 1024**2
GIGABYTE = 1024**3


def today() -> date:
    """Return the date in Shanghai, for which the map is read unless another is asked for."""
    return local_date(now())


def count(number: int) -> str:
    """Write a whole number with thousands separated: 12,345."""
    return f"{number:,}"


def quantity(number: float) -> str:
    """Write a quantity without needless decimals: 1,234.5, 20."""
    return f"{number:,.4f}".rstrip("0").rstrip(".")


def percent(share: float) -> str:
    """Write a share of 1 as a percentage with at most one decimal: 37.5%."""
    return f"{share * 100:.1f}".removesuffix(".0") + "%"


def local_time(instant: str) -> str:
    """Write a stored UTC instant in Shanghai time: 2026-11-23 12:05."""
    return parse_instant(instant).astimezone(ZONE).strftime("%Y-%m-%d %H:%M") if instant else ""


def local_date(instant: datetime) -> date:
    """Return the date of an instant in Shanghai."""
    return instant.astimezone(ZONE).date()


def local_midnight(day: date) -> datetime:
    """Return the instant at which a day begins in Shanghai."""
    return datetime.combine(day, time(), ZONE)


def money(yuan: int) -> str:
    """Write whole yuan in 亿元 or 万元 by size (billion / million in English)."""
    if current_language() == "en":
        return f"CNY {yuan / 1e9:,.2f} bn" if yuan >= 1e9 else f"CNY {yuan / 1e6:,.2f} m"
    if yuan >= YI:
        return f"{yuan / YI:,.2f} 亿元"
    return f"{yuan / WAN:,.2f} 万元" if yuan >= WAN else f"{yuan:,} 元"


def duration(seconds: int) -> str:
    """Write a length of time as people say it: 35 秒, 4 分钟, 2 小时."""
    if seconds < MINUTE:
        return gettext("%(number)s 秒", number=max(1, seconds))
    if seconds < HOUR:
        return gettext("%(number)s 分钟", number=round(seconds / MINUTE))
    return gettext("%(number)s 小时", number=f"{seconds / HOUR:.1f}".removesuffix(".0"))


def file_size(size: int) -> str:
    """Write bytes as KB, MB or GB (of 1024)."""
    if size >= GIGABYTE:
        return f"{size / GIGABYTE:,.1f} GB"
    return f"{size / MEGABYTE:,.1f} MB" if size >= MEGABYTE else f"{max(1, round(size / 1024))} KB"


def label_of(labels: dict[str, str], key: str) -> str:
    """Translate a stored value by a room's label table; an unknown one is shown as it is."""
    return gettext(labels[key]) if key in labels else key


def web_address(text: str) -> str:
    """Return an address that a browser may open: http or https, nothing else."""
    scheme, colon, _ = text.partition("://")
    if colon and scheme.lower() in {"http", "https"}:
        return text
    return "" if ":" in text.split("/", maxsplit=1)[0] else f"https://{text}"


def shortened(text: str, width: int) -> str:
    """Cut a text to a width in half-width columns; a Chinese character takes two."""
    used = 0
    for place, char in enumerate(text):
        used += 2 if east_asian_width(char) in "WF" else 1
        if used > width:
            return text[:place] + "…"
    return text


FILTERS = {
    "shortened": shortened,
    "web_address": web_address,
    "count": count,
    "duration": duration,
    "file_size": file_size,
    "percent": percent,
    "quantity": quantity,
    "local_time": local_time,
    "money": money,
}
