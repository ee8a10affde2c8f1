"""Which enterprise a person means."""

from graph.domain.codes import guess_codes
from graph.errors import BadInput, NotFound
from graph.store import Store
from graph.store.map.partners import list_codes_by_name, list_existing_codes

MOST_NAMED = 5


def find_enterprise(store: Store, text: str) -> str:
    """Return the code for a full or bare code, a credit code, or a name that only one bears.

    Raises NotFound, or BadInput where several enterprises fit.
    """
    codes = guess_codes(text)
    existing = list_existing_codes(store, codes) or list_codes_by_name(store, text.strip())
    if not existing:
        raise NotFound("没有编码或名称为“%(text)s”的企业。", text=text)
    if len(existing) > 1:
        raise BadInput(
            "“%(text)s”可以指多家企业：%(codes)s。请写完整编码。",
            text=text,
            codes=tuple(existing[:MOST_NAMED]),
        )
    return existing[0]
