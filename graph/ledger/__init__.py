"""The ledger of signed projects in memory: any day's standings, lights and figures at once."""
