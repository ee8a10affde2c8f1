"""What things are called in words, for every room that shows them."""
