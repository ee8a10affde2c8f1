"""Names that say nothing about what is made: accounting rows and words of any trade."""

import re
from functools import lru_cache

ACCOUNTING = re.compile(
    "平衡项|抵[销消减]|调整项|追溯调整|未分[配摊]|分部间|间相互|内部业务$|内部各业务$|小计$|合计$"
    "|差额|汇兑|减值|公允价值|损益|总部$|总部管理|母公司$|利息|手续费|佣金$|租金$|^补贴$|^收益$"
    "|费用$|存放中央银行|^分部|^其中"
)
"""Rows that balance an accounts table, as annual reports print them among products."""

_OF_ANY_TRADE = """
业务 产品 商品 服务 销售 制造 生产 系列 分部 设备 系统 材料 原料 原材料 制品 工程 设计 加工
管理 装置 部件 零部件 零配件 零件 配件 器件 组件 元件 构件 器材 用品 物资 装备 贸易 商贸
零售 批发 租赁 出租 施工 安装 维修 修理 维护 咨询 项目 研发 开发 研究 代理 运输 投资 运营
平台 方案 处理 集成 检测 终端 承包 总承包 建设 技术 模块 产业 行业 应用 设施 培训 制作 中心
策划 治理 工具 科技 其他 其它 综合 劳务 房租 收入 成本 营业 主营 主要 相关 配套 成套 一般
普通 特种 新型 通用 专用 专业 高级 国内 国际 国外 境内 境外 出口 进口 进出口 内销 外销 自营
自产 外购 经营 经销 购销 供应 采购 收购 加盟 连锁 市场 商业 工业 实业 集团 公司 企业 客户
用户 板块 领域 部分 部门 品种 机械 机器 主机 仪器 机电 智能 自动化 物品 物质 其余 控制
消费者 用途 新鲜 适量 少许 有机 天然 优质 手工 自制 规格 型号 类型 解决 信息 网络 房产 房屋
资产 股权 提供 活动 营销 推广 售后 资讯 数据 互联网 品牌 授权 许可 特许 费 类 等 及 和 与 或
的 业 品 件 小 大 新 老 全 多 各 a b c d e f
备件 备品 托管
深 来料 受托 委托 下脚料 边角料 废料 废品
"""
GENERIC_WORDS = tuple(_OF_ANY_TRADE.split())
"""Words of product names that any trade uses; alone or together they say nothing."""

_NOTHING_BUT_GENERIC = re.compile(
    "(?:" + "|".join(sorted(map(re.escape, GENERIC_WORDS), key=len, reverse=True)) + r"|[\d\W_])+"
)


@lru_cache(maxsize=200_000)
def is_accounting(name: str) -> bool:
    """Tell whether a product name is an accounting row such as 平衡项目 or 分部间抵销."""
    return ACCOUNTING.search(name) is not None


@lru_cache(maxsize=200_000)
def is_generic(name: str) -> bool:
    """Tell whether a name consists of words that any trade uses: 材料销售, 设备及配件."""
    return _NOTHING_BUT_GENERIC.fullmatch(name.lower()) is not None


def is_telling(name: str) -> bool:
    """Tell whether a name says what is made, so that it may stand in a path of reasons."""
    return not is_generic(name) and not is_accounting(name)
