"""Words of the tokens room."""

from chainmatch.wording.token_scopes import SCOPES

__all__ = ["SCOPES"]
