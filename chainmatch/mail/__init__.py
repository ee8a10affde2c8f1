"""Mail: letters of the outbox on their way through an SMTP server, or to the log."""
