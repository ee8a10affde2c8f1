"""The ledger as a workbook that an office opens in Excel, and that our import reads back."""

import io
from collections.abc import Sequence
from datetime import date
from typing import Any

from openpyxl import Workbook
from openpyxl.utils import get_column_letter

from chainmatch.i18n import current_language, gettext, pick, translate
from chainmatch.rooms.projects.labels import COLOURS, STAGE_NAMES
from graph.domain.followup.rulebook import Rulebook
from graph.domain.projects.project import PartyRole
from graph.domain.projects.track import Track
from graph.exchange.cells import neutralise, without_controls
from graph.exchange.fields.money import WAN
from graph.exchange.project_rows import PARTY_COLUMNS
from graph.exchange.templates.projects import (
    AGREEMENT_NAMES,
    EXITS,
    PLANNED,
    PROJECTS,
    SHOWN_ONLY,
)
from graph.ledger import table
from graph.ledger.listing import ListedProject
from graph.store import Store
from graph.store.followup.projects import LedgerCard, list_cards

AGREEMENT_WORDS = {agreement.value: word for word, agreement in AGREEMENT_NAMES.items()}
EXIT_WORDS = {key: word for word, key in EXITS.items()}
WIDE = {"name": 36, "problem": 40, "reasons": 50, "unit": 22, "event": 22}
WIDTH = 14


def ledger_bytes(store: Store, rows: Sequence[ListedProject], at: date) -> io.BytesIO:
    """Write the list as of a day in the columns of the import's template.

    Codes and choices are written as the import reads them; what is for reading only stands in
    columns of its own at the end. No cell can run as a formula.
    """
    cards = list_cards(store, [row.track.code for row in rows])
    headers = _headers()
    rules = table.find_book(store, at)
    book = Workbook(write_only=True)
    sheet: Any = book.create_sheet(gettext(PROJECTS.title))
    for place, name in enumerate(headers, 1):
        sheet.column_dimensions[get_column_letter(place)].width = WIDE.get(name, WIDTH)
    sheet.freeze_panes = "C2"
    sheet.append(list(headers.values()))
    for row in rows:
        values = _values(row, cards.get(row.track.code, LedgerCard()), at, rules)
        sheet.append([_safe(values.get(name)) for name in headers])
    file = io.BytesIO()
    book.save(file)
    file.seek(0)
    return file


def _headers() -> dict[str, str]:
    is_english = current_language() == "en"
    told = {each.name: each.english if is_english else each.header for each in PROJECTS.shown}
    return told | {name: words[is_english] for name, words in SHOWN_ONLY.items()}


def _values(row: ListedProject, card: LedgerCard, at: date, book: Rulebook) -> dict[str, Any]:
    track, standing = row.track, row.standing
    stage = book.stages.find(standing.stage)
    return {
        **{name: getattr(track, name) for name in ("code", "name", "name_en", "node", "region")},
        **{name: getattr(track, name) for name in ("event", "unit", "required_by")},
        "contact": card.contact,
        "leader": card.leader,
        "agreement": AGREEMENT_WORDS.get(standing.agreement),
        "total": _wan(track.total),
        "amount": _wan(standing.contracted),
        "arrived": _wan(standing.arrived),
        "required": _wan(track.required),
        **_parties(card),
        **_days(track, standing.rank, at),
        **{f"planned_{key}": row.planned.get(key) for key in PLANNED},
        **_exit(row, card),
        "progress": _progress(track, at),
        "problem": "；".join(card.problems),
        "as_of": at.isoformat(),
        "stage": pick(stage.name, stage.name_en),
        "light": gettext(COLOURS[row.light.colour]),
        "reasons": "；".join(translate(reason.words) for reason in row.light.reasons),
    }


def _wan(yuan: int) -> float | None:
    return yuan / WAN if yuan else None


def _parties(card: LedgerCard) -> dict[str, str]:
    """Name one enterprise of each role: the template has room for one."""
    found = {PartyRole(role): code for role, code in reversed(card.parties)}
    return {name: found.get(role, "") for name, role in PARTY_COLUMNS.items()}


def _days(track: Track, rank: int, at: date) -> dict[str, str]:
    """Return the day on which each stage reached was entered last, in the order of the stages."""
    entered = {stage: day for day, stage in track.moves if day <= at.isoformat()}
    days, last = {}, ""
    for key in list(STAGE_NAMES)[: rank + 1]:
        day = entered.get(key, "")
        if day and day >= last:
            days[f"{key}_on"] = last = day
    return days


def _exit(row: ListedProject, card: LedgerCard) -> dict[str, str]:
    standing = row.standing
    if standing.stage not in EXIT_WORDS:
        return {}
    reasons = [why for day, why in card.reasons if day == standing.since and why]
    return {
        "exit": EXIT_WORDS[standing.stage],
        "exit_on": standing.since,
        "exit_reason": reasons[-1] if reasons else gettext("未填"),
    }


def _progress(track: Track, at: date) -> int | None:
    told = [progress for day, progress in track.reports if day <= at.isoformat()]
    return next((progress for progress in reversed(told) if progress is not None), None)


def _safe(cell: Any) -> Any:
    return neutralise(without_controls(cell)) if isinstance(cell, str) else cell
