"""Who takes part in a conference: the list, invitations, and what each party says of itself."""
