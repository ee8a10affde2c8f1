"""What the map lacks, what has aged in it, and what contradicts itself."""
