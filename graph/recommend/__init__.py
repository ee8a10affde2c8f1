"""Partners for an enterprise: candidates from the graph, then a ranker over named features."""

from graph.recommend.partners import recommend

__all__ = ["recommend"]
