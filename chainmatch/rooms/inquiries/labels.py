"""Words of the inquiries room, and questions to start from."""

from chainmatch.i18n import mark
from graph.domain.inquiry import Chart, SavedQuery

CHARTS = {
    Chart.NONE: mark("只要表格"),
    Chart.BAR: mark("柱状图"),
    Chart.LINE: mark("折线图"),
    Chart.GRAPH: mark("关系图"),
}

EXAMPLES = {
    "scarce": SavedQuery(
        "scarce",
        mark("只有一家能做的节点"),
        "MATCH (n:ChainNode)<-[m:MAKES]-(e:Enterprise)\n"
        "WHERE m.valid_to = '9999-12-31'\n"
        "WITH n, count(DISTINCT e) AS makers, min(e.name) AS maker\n"
        "WHERE makers = 1\n"
        "RETURN n.name AS node, maker\n"
        "ORDER BY node LIMIT 200",
    ),
    "crowded": SavedQuery(
        "crowded",
        mark("企业最多的节点"),
        "MATCH (n:ChainNode)<-[m:MAKES]-(e:Enterprise)\n"
        "WHERE m.valid_to = '9999-12-31'\n"
        "RETURN n.name AS node, count(DISTINCT e) AS enterprises\n"
        "ORDER BY enterprises DESC, node LIMIT 20",
        chart=Chart.BAR,
    ),
    "around": SavedQuery(
        "around",
        mark("一个节点的上下游"),
        "MATCH (a:ChainNode)-[s:SUPPLIES]->(b:ChainNode)\n"
        "WHERE a.name = $node OR b.name = $node\n"
        "RETURN a, s, b LIMIT 200",
        defaults={"node": "液压泵"},
        chart=Chart.GRAPH,
    ),
    "districts": SavedQuery(
        "districts",
        mark("各区县的企业数"),
        "MATCH (e:Enterprise)-[l:LOCATED_IN]->(r:Region)\n"
        "WHERE l.valid_to = '9999-12-31'\n"
        "RETURN r.name AS district, count(e) AS enterprises\n"
        "ORDER BY enterprises DESC LIMIT 30",
        chart=Chart.BAR,
    ),
}
"""Each runs as it stands on the demo map; a name is translated where it is shown."""
