"""Files that people gave or may fetch, kept on disk."""
