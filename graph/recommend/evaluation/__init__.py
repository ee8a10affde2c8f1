"""How good a recommendation is: splits without leaks, measures, and the methods to beat."""
