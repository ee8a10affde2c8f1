"""Cypher constants, one module per aggregate: parameters only, for Neo4j and ArcadeDB alike."""
