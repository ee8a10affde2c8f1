"""Letters in the reader's language, signed by the platform."""

from datetime import datetime

from chainmatch.i18n import pick, speaking, translate
from chainmatch.wording.city import find_city
from graph.domain.clock import instant_text
from graph.domain.letter import Letter
from graph.messages import Message
from graph.store import Store


def write_letter(
    store: Store,
    *,
    to: str,
    locale: str,
    subject: Message,
    body: Message,
    key: str,
    at: datetime,
    path: str = "",
    seed: str = "",
) -> Letter:
    """Write a letter for one reader; on ``path`` and ``seed`` see Letter."""
    city = find_city(store)
    with speaking(locale):
        platform = pick(city.platform, city.platform_en)
        return Letter(
            to=to,
            subject=f"{translate(subject)} · {platform}",
            body=f"{translate(body)}\n\n{pick(city.name, city.name_en)} · {platform}",
            key=key,
            written_at=instant_text(at),
            path=path,
            seed=seed,
        )
