"""What a diagnosis of a chain says, and by which rules: pure, see docs/analysis.md."""
