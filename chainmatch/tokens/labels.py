"""Words of the tokens room."""

from chainmatch.token_scopes import SCOPES

__all__ = ["SCOPES"]
