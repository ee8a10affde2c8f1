"""Words of the atlas room."""

from chainmatch.i18n import mark
from chainmatch.wording.map_names import STAGES
from graph.domain.chain_atlas import AtlasState

__all__ = ["CLOSED", "STAGES", "STATES"]

STATES = {
    AtlasState.DRAFT: mark("草稿"),
    AtlasState.PUBLISHED: mark("已发布"),
    AtlasState.WITHDRAWN: mark("已撤回"),
}
CLOSED = {
    AtlasState.PUBLISHED: mark("第 %(edition)s 版已发布，不能再修改。如需更新，请另起草一版。"),
    AtlasState.WITHDRAWN: mark("第 %(edition)s 版已撤回，不能再修改。如需更新，请另起草一版。"),
}
"""Why an edition that is no draft has no editor."""
