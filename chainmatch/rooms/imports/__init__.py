"""Imports: files of an office or of a public data set come into the map."""
