"""Data quality: what the map lacks, what has aged in it, what contradicts itself."""
