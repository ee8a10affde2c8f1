"""When somebody fails to come: another time for both, or another partner for who came."""
