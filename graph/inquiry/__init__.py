"""What an analyst may ask in Cypher: typed text is parsed, allow-listed and only then run.

Three walls, each of its own: the grammar's allow-list here, a database user that may only read the
map (``graph.embedded.reader``; on Neo4j the read access mode, and a user with a reading role where
there is one), and limits: of rows by the server, of time by the server and by the one who waits.
"""

from graph.inquiry.asking import ask, check_values
from graph.inquiry.check import CheckedQuery, check

__all__ = ["CheckedQuery", "ask", "check", "check_values"]
