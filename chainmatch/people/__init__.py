"""What every room and command that deals with accounts needs of them."""
