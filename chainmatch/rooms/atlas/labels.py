"""Words of the atlas room."""

from chainmatch.i18n import mark
from chainmatch.wording.map_names import STAGES
from graph.domain.chain_atlas import AtlasState

__all__ = ["STAGES", "STATES"]

STATES = {
    AtlasState.DRAFT: mark("草稿"),
    AtlasState.PUBLISHED: mark("已发布"),
    AtlasState.WITHDRAWN: mark("已撤回"),
}
