"""Two records of one enterprise become one, and can be told apart again: the rules, no database."""
