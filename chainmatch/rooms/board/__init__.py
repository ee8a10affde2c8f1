"""The board: slots × tables and party × slot, where meetings are moved by hand."""
