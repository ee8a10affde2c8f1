"""All forms in which the map can leave."""

from collections.abc import Mapping

from graph.exchange.writers import Form
from graph.exchange.writers.csv_folder import FORM as CSV
from graph.exchange.writers.cypher_script import FORM as CYPHER
from graph.exchange.writers.cytoscape import FORM as CYTOSCAPE
from graph.exchange.writers.gexf import FORM as GEXF
from graph.exchange.writers.graphml_file import FORM as GRAPHML
from graph.exchange.writers.neo4j_admin import FORM as NEO4J_ADMIN
from graph.exchange.writers.node_link import FORM as NODE_LINK
from graph.exchange.writers.parquet import FORM as PARQUET
from graph.exchange.writers.workbook import FORM as WORKBOOK

FORMS: Mapping[str, Form] = {
    form.name: form
    for form in (
        GRAPHML,
        GEXF,
        NODE_LINK,
        CYTOSCAPE,
        CSV,
        WORKBOOK,
        PARQUET,
        CYPHER,
        NEO4J_ADMIN,
    )
}
