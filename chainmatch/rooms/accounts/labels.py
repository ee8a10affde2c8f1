"""Words for stored values of accounts."""

from chainmatch.i18n import mark
from chainmatch.wording.roles import MEMBERSHIPS, ROLES

__all__ = ["BROWSERS", "MEMBERSHIPS", "ROLES", "SYSTEMS"]

BROWSERS = {
    "wecom": mark("企业微信"),
    "wechat": mark("微信"),
    "dingtalk": mark("钉钉"),
    "edge": "Edge",
    "opera": "Opera",
    "qq": mark("QQ 浏览器"),
    "huawei": mark("华为浏览器"),
    "firefox": "Firefox",
    "chrome": "Chrome",
    "safari": "Safari",
    "": mark("未知浏览器"),
}
SYSTEMS = {
    "harmony": mark("鸿蒙"),
    "android": mark("安卓"),
    "iphone": "iPhone",
    "ipad": "iPad",
    "windows": "Windows",
    "mac": "macOS",
    "linux": "Linux",
    "": mark("未知系统"),
}
