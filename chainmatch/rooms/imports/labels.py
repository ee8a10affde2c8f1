"""Words for stored values of imports."""

from chainmatch.background.job_states import STATES
from chainmatch.i18n import mark
from chainmatch.rooms.imports.kinds import ImportKind
from chainmatch.wording.map_names import TABLES

__all__ = ["KINDS", "SHORT_KINDS", "STATES", "TABLES"]

KINDS = {
    ImportKind.XLSX: mark("Excel 模板（.xlsx）"),
    ImportKind.CSV: mark("CSV 模板（.csv，或几个 CSV 的 .zip）"),
    ImportKind.CKG: mark("产品知识图谱 ckg（整个文件夹的 .zip）"),
    ImportKind.TPEX: mark("产业链图谱 tpex（chains.json）"),
    ImportKind.GDES: mark("供应关系 gdes（trades.tsv）"),
}

SHORT_KINDS = {
    ImportKind.XLSX: mark("Excel 模板"),
    ImportKind.CSV: mark("CSV 模板"),
    ImportKind.CKG: "ckg",
    ImportKind.TPEX: "tpex",
    ImportKind.GDES: "gdes",
}
