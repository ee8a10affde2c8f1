"""The rooms of the house: a folder each, the same file names in every one. None knows another."""
