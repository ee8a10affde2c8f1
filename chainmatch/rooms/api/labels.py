"""Words of the interface for programs."""

from chainmatch.i18n import mark
from chainmatch.wording.token_scopes import SCOPES

__all__ = ["ABOUT", "LIMITS", "MERGED", "SCOPES", "STATUS", "TITLE"]

TITLE = mark("ChainMatch 数据接口")
ABOUT = mark(
    "读取产业链图谱、查找企业、推荐、对接会议和签约项目。每个请求都带令牌，只能读到令牌所属账号"
    "在页面上能看到的内容，不含联系人。列表用游标翻页，支持 JSON 和 CSV；"
    "答复带 ETag，内容没有变化时答复 304。"
    "出错时统一答复 application/problem+json，语言按请求头 Accept-Language。"
)
LIMITS = {
    "RateLimit-Limit": mark("一分钟内可以请求的次数"),
    "RateLimit-Remaining": mark("这一分钟还可以请求的次数"),
    "RateLimit-Reset": mark("多少秒后重新计数"),
}
MERGED = "Map-Merged-Since"
STATUS = {
    MERGED: mark("所读日期之后并入别家的企业数；它们当天的关系已记在保留的企业名下"),
    "code": mark("编码；特殊字符要按网址规则转写"),
    "record": mark("一条记录"),
    "list": mark("一页记录"),
    "next": mark("下一页的游标；为空时已到末页"),
    "ETag": mark("内容的标记，下次放在 If-None-Match 里"),
    "Link": mark("下一页的网址，rel=next；末页没有"),
    414: mark("网址超过 8190 字节，由网站服务器直接拒绝"),
    304: mark("内容没有变化（If-None-Match）"),
}
