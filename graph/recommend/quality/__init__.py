"""How good lists are on a whole map: who gets how many, who is shown, sheets to judge."""
