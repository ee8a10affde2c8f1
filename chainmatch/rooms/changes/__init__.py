"""Changes of the map: who changed what, when, from which source, before and after."""
