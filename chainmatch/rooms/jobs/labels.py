"""Words for stored values of jobs."""

from chainmatch.background.job_states import STATES
from chainmatch.i18n import mark

__all__ = ["KINDS", "STATES"]

KINDS = {
    "import": mark("数据导入"),
    "map-export": mark("图谱导出"),
    "map-ranking": mark("关键企业和节点"),
    "map-survey": mark("统计数据质量"),
    "map-survey-daily": mark("每天核对是否需要统计"),
    "enterprise-merge": mark("合并企业"),
    "map-refresh": mark("更新搜索与推荐"),
    "remove-demo": mark("移除演示数据"),
    "timetable": mark("会谈排期"),
    "search-alerts": mark("查看保存的搜索"),
    "erase-person": mark("清除已注销用户的个人信息"),
    "own-data": mark("打包企业数据"),
}
