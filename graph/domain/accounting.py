"""Rows of a company's accounts that look like products in lists of what it sells."""

import re

_BALANCING = re.compile(
    "平衡项|抵[销銷消减]|调整项|追溯调整|未分[配摊]|分部间|间相互|小计$|合计$|差额$|内部各业务$"
)
_HEAD_OFFICE = frozenset({"总部", "集团总部", "管理总部", "公司管理总部", "母公司", "分部"})


def is_balancing_row(name: str) -> bool:
    """Tell whether a name is a row that balances an accounts table, not something that is made.

    Segment reports (CAS 35, 分部报告) print eliminations between segments (分部间抵销), balancing
    and adjusting items, sums and the head office in one list with the products.
    """
    return name in _HEAD_OFFICE or _BALANCING.search(name) is not None
