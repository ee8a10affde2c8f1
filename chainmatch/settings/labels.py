"""Words for stored values of settings."""

from chainmatch.i18n import mark
from graph.domain.audit import Verb

VERBS = {
    Verb.ACCOUNT_ADDED: mark("新增账号"),
    Verb.ACCOUNT_ACTIVATED: mark("启用账号"),
    Verb.ACCOUNT_DEACTIVATED: mark("停用账号"),
    Verb.PASSWORD_RESET: mark("重置密码"),
    Verb.SETTING_CHANGED: mark("修改设置"),
    Verb.IMPORT_ASKED: mark("提交导入"),
    Verb.IMPORT_CANCELLED: mark("取消导入"),
    Verb.IMPORT_RETRIED: mark("重新运行导入"),
    Verb.DEMO_REMOVED: mark("移除演示数据"),
    Verb.LISTING_POSTED: mark("提交供给或需求"),
    Verb.LISTING_CHANGED: mark("修改供给或需求"),
    Verb.LISTING_PUBLISHED: mark("公开供给或需求"),
    Verb.LISTING_REFUSED: mark("退回供给或需求"),
    Verb.LISTING_CLOSED: mark("关闭供给或需求"),
    Verb.LISTING_RENEWED: mark("续期供给或需求"),
    Verb.PROFILE_CHANGED: mark("修改企业资料"),
    Verb.PRODUCT_STATED: mark("填报产品"),
    Verb.PRODUCT_REMOVED: mark("移除产品"),
    Verb.CONTACT_ADDED: mark("新增联系人"),
    Verb.CONTACT_CHANGED: mark("修改联系人"),
    Verb.CONTACT_REMOVED: mark("移除联系人"),
    Verb.NODE_PROPOSED: mark("建议新增节点"),
    Verb.NODE_ACCEPTED: mark("采纳节点建议"),
    Verb.NODE_REFUSED: mark("未采纳节点建议"),
    Verb.PROJECT_ADDED: mark("新增项目"),
    Verb.PROJECT_CHANGED: mark("修改项目"),
    Verb.PROJECT_STAGE: mark("变更项目阶段或计划"),
    Verb.PROJECT_FUNDS: mark("登记项目资金"),
    Verb.PROJECT_PROBLEM: mark("登记或销号项目问题"),
    Verb.PROJECT_REPORT: mark("上报项目进展"),
    Verb.PROJECT_EVIDENCE: mark("上传项目材料"),
    Verb.PROJECT_ORDER: mark("督办项目"),
}

FIELDS = {
    "name": mark("名称"),
    "name_en": mark("英文名称"),
    "platform": mark("平台名称"),
    "platform_en": mark("平台英文名称"),
    "role": mark("角色"),
    "enterprise": mark("企业"),
    "active": mark("可登录"),
    "kind": mark("类型"),
    "file": mark("文件"),
    "as_of": mark("数据日期"),
    "accounts": mark("账号"),
}
