"""The demo map that the repository carries: invented enterprises on real industrial chains.

Its tables are in ``demo/``, in the format of the office's templates.
"""

import csv
from dataclasses import replace
from pathlib import Path

from graph import derive
from graph.domain.account import Account, Role
from graph.domain.progress import Progress, silent
from graph.domain.sources import DEMO
from graph.exchange.csv_files import read_csv
from graph.exchange.importing import ImportReport, save_records
from graph.exchange.office_files import OfficeFile
from graph.exchange.office_records import office_records
from graph.exchange.regions import Regions
from graph.exchange.templates import OFFICE_TEMPLATES
from graph.store import Store
from graph.store.desk import requests
from graph.store.followup import bulletins, projects
from graph.store.map import sources
from graph.store.people import erasure

FOLDER = Path(__file__).with_name("demo")
AS_OF = "2026-06-30"
"""The date of what the tables do not date themselves."""


def load_demo(store: Store, progress: Progress = silent) -> ImportReport:
    """Save the demo map, without its accounts; loading it again changes nothing."""
    names = [f"{template.name}.csv" for template in OFFICE_TEMPLATES]
    tables = tuple(replace(read_csv(FOLDER / name), title=name) for name in names)
    records = office_records(
        OfficeFile(tables), FOLDER.name, as_of=AS_OF, source=DEMO, regions=Regions(store)
    )
    return save_records(store, records, progress)


def remove_demo(store: Store, progress: Progress = silent) -> int:
    """Remove the demo map with all that stands on it; return how many records went."""
    removed = projects.remove_source(store, DEMO) + bulletins.remove_source(store, DEMO)
    removed += requests.remove_source(store, DEMO)
    for account in demo_accounts():
        erasure.remove_account(store, account.email)
    removed += sources.remove_source(store, DEMO, progress)
    derive.refresh(store, progress)
    return removed


def is_demo_loaded(store: Store) -> bool:
    """Tell whether the demo map, or a part of it, is there."""
    return sources.has_source(store, DEMO)


def demo_accounts() -> list[Account]:
    """List the accounts that the demo wants; who creates them chooses the password."""
    with (FOLDER / "accounts.csv").open(encoding="utf-8-sig", newline="") as file:
        return [
            Account(
                email=row["邮箱"],
                name=row["姓名"],
                role=Role(row["角色"]),
                enterprise=row["企业编码"],
                unit=row["责任单位"],
                source=DEMO,
            )
            for row in csv.DictReader(file)
        ]
