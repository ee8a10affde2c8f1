"""Cypher of merging two records of one enterprise."""
