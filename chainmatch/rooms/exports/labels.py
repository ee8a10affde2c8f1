"""Words of the exports room."""

from chainmatch.background.job_states import STATES
from chainmatch.i18n import mark
from chainmatch.wording.map_names import STAGES

__all__ = ["FORMS", "STAGES", "STATES"]

FORMS = {
    "xlsx": (mark("Excel 工作簿"), mark("每种节点、每种关系一张工作表，可以原样导回")),
    "csv": (mark("CSV 表"), mark("与工作簿相同的表，打成一个压缩包，可以原样导回")),
    "graphml": (mark("GraphML"), mark("Gephi、yEd、networkx")),
    "gexf": (mark("GEXF"), mark("Gephi")),
    "json": (mark("JSON（node-link）"), mark("networkx、D3")),
    "cytoscape": (mark("Cytoscape JSON"), mark("Cytoscape 桌面版和网页版")),
    "parquet": (mark("Parquet"), mark("pandas、DuckDB、Spark；每种节点、每种关系一个文件")),
    "cypher": (mark("Cypher 脚本"), mark("在空的 Neo4j 里执行，得到同一张图谱")),
    "neo4j-admin": (mark("neo4j-admin CSV"), mark("整库快速导入，附命令")),
}
"""What each form is called, and what opens it."""
