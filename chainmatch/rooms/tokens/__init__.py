"""Tokens: a person lets a program read, with fewer rights than the person has, for a while."""
