"""Claims: whoever decides sees who says to act for which enterprise."""
