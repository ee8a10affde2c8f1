"""The interface for programs: ``/api/v1``, described by itself and read with tokens."""
