"""Following something up until it is done: stages, lights, escalation; signed projects first."""
