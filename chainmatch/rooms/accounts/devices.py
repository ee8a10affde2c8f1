"""What a browser says of itself, in one word for the program and one for the system."""

BROWSERS = (
    ("wxwork", "wecom"),
    ("MicroMessenger", "wechat"),
    ("DingTalk", "dingtalk"),
    ("Edg", "edge"),
    ("OPR/", "opera"),
    ("QQBrowser", "qq"),
    ("HuaweiBrowser", "huawei"),
    ("Firefox", "firefox"),
    ("Chrome", "chrome"),
    ("Safari", "safari"),
)
"""Signs in the order in which they must be looked for: most call themselves Safari as well."""
SYSTEMS = (
    ("HarmonyOS", "harmony"),
    ("OpenHarmony", "harmony"),
    ("Android", "android"),
    ("iPhone", "iphone"),
    ("iPad", "ipad"),
    ("Windows", "windows"),
    ("Macintosh", "mac"),
    ("Linux", "linux"),
)


def read_device(user_agent: str) -> tuple[str, str]:
    """Return browser and system as short names; empty for what is not known."""
    return _first(BROWSERS, user_agent), _first(SYSTEMS, user_agent)


def _first(signs: tuple[tuple[str, str], ...], text: str) -> str:
    return next((name for sign, name in signs if sign in text), "")
