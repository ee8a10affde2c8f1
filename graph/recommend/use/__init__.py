"""What use teaches: examples from judgements, weights learned from them, a report by version."""
