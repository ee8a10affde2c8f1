"""What our long-running processes write to standard error."""

import logging

FORMAT = "%(asctime)s %(levelname)s %(message)s"


def init_logs() -> None:
    """Write our own lines; the driver's about lost connections are told as GraphUnavailable."""
    logging.basicConfig(format=FORMAT, level=logging.INFO)
    logging.getLogger("neo4j").setLevel(logging.CRITICAL)
