"""Views per process: read once, and anew where the map has changed."""

from graph.store.map.shelf import Shelf

keep = Shelf(most=12).keep
