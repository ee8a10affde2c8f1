"""Chains: the list, one chain with its picture, one chain node."""
