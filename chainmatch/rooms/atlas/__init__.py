"""重点产业链图谱: a chain's map with its key nodes and directions, written here and published."""
