"""The rules by which projects get their lights, in versions."""
