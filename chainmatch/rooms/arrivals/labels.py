"""Words of the arrivals room."""

from chainmatch.i18n import mark
from chainmatch.wording.conference_names import PARTY_STATES

__all__ = ["PARTY_STATES", "WORDS"]

WORDS = {
    "welcome": mark("已签到"),
    "again": mark("之前已签到"),
    "unknown": mark("名单里没有这张胸卡，已保存，联网后核对"),
    "strange": mark("这不是会议的胸卡"),
    "refused": mark("这些胸卡不属于这场会议，没有签到："),
    "online": mark("联网，签到即时保存"),
    "offline": mark("没有网络，签到先存在本机，联网后自动同步"),
    "signin": mark("登录已过期。签到存在本机，请重新登录后回到这一页"),
    "closed": mark("会议还没有公布时间表，签到存在本机，稍后再同步"),
    "failed": mark("暂时没能同步，签到存在本机，稍后自动再试"),
    "waiting": mark("条待同步"),
    "synced": mark("上次同步"),
    "ready": mark("这一页已存到本机，没有网络也能打开"),
    "insecure": mark("浏览器不支持离线打开：请用 https 地址"),
    "camera": mark("不能使用摄像头：请允许使用，或在下面拍照、输入"),
    "unreadable": mark("照片里没有认出二维码，请靠近一些再拍"),
    "checkin": mark("签到"),
}
"""What the page says by script; it goes along with the page, since it must speak offline."""
