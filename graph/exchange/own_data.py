"""One ZIP with all that is kept of an enterprise: data.json, a CSV for each part, the files."""

import csv
import io
import json
import re
from collections.abc import Mapping, Sequence
from datetime import datetime
from pathlib import Path
from typing import Any
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile

from graph.domain.clock import instant_text
from graph.domain.progress import Progress, silent
from graph.exchange.cells import neutralise, without_controls
from graph.exchange.csv_export import ENCODING
from graph.exchange.drafts import whole_file
from graph.messages import message
from graph.store import Store
from graph.store.people import own_data

FORMAT = "chainmatch-own-data/1"
README = """\
ChainMatch：企业数据导出 / data of one enterprise

data.json   全部数据，UTF-8；字段名与平台一致。All data, by part.
csv/*.csv   同样的内容，一部分一个文件，可用 Excel 打开。The same, one file for each part.
files/      供需和项目的附件，文件名前是校验和的前 8 位。Attachments of listings and projects;
            attachments.csv 说明每个文件属于哪条记录。attachments.csv tells whose they are.

日期写作 2026-11-23；时刻为 UTC。金额单位为元。Dates are ISO, instants UTC, amounts yuan.
内含联系人等个人信息，请妥善保管。It holds personal data (contacts, members): keep it safe.
"""
_ADDRESS = re.compile(r"[^\s@]+@[^\s@]+\.[^\s@]+\Z")
_UNSAFE = re.compile(r'[\\/:*?"<>|\x00-\x1f]')


def export_own_data(
    store: Store,
    enterprise: str,
    path: Path,
    *,
    files: Path,
    at: datetime,
    progress: Progress = silent,
) -> int:
    """Write the ZIP whole or not at all; returns how many records it holds."""
    parts: dict[str, list[dict[str, Any]]] = {}
    for place, part in enumerate(own_data.PARTS):
        progress(place, len(own_data.PARTS), message("正在整理数据"))
        parts[part] = own_data.read_part(store, part, enterprise)
    _hide_strangers(parts)
    with whole_file(path, force=True) as draft, ZipFile(draft, "w", ZIP_DEFLATED) as package:
        package.writestr("README.txt", README)
        told = {"format": FORMAT, "enterprise": enterprise, "exported_at": instant_text(at)}
        package.writestr("data.json", json.dumps({**told, **parts}, ensure_ascii=False, indent=1))
        for part, rows in parts.items():
            if rows:
                package.writestr(f"csv/{part}.csv", _table(rows))
        package.writestr(
            "csv/attachments.csv", _table(_add_files(store, enterprise, package, files))
        )
    return sum(map(len, parts.values()))


def _hide_strangers(parts: Mapping[str, list[dict[str, Any]]]) -> None:
    """Take out the addresses of other sides' people and of the staff, wherever they acted."""
    own = {row["email"] for part in ("members", "contacts") for row in parts[part]}
    for row in (row for rows in parts.values() for row in rows):
        for name, value in row.items():
            if isinstance(value, str) and _ADDRESS.match(value) and value not in own:
                row[name] = ""


def _add_files(
    store: Store, enterprise: str, package: ZipFile, folder: Path
) -> list[dict[str, Any]]:
    """Pack each file once, and list for which records it stands; a lost one is said to be."""
    listed: list[dict[str, Any]] = []
    packed: dict[str, str] = {}
    for each in own_data.list_attachments(store, enterprise):
        name = f"files/{each.sha256[:8]}-{_UNSAFE.sub('_', each.name)[-100:]}"
        source = folder / each.sha256
        if each.sha256 not in packed and source.is_file():
            package.write(source, name, ZIP_STORED)
            packed[each.sha256] = name
        listed.append(
            {
                "record": each.record,
                "name": each.name,
                "sha256": each.sha256,
                "file": packed.get(each.sha256, ""),
            }
        )
    return listed


def _table(rows: Sequence[Mapping[str, Any]]) -> bytes:
    columns = list(dict.fromkeys(name for row in rows for name in row))
    text = io.StringIO(newline="")
    writer = csv.writer(text)
    writer.writerow(columns)
    for row in rows:
        writer.writerow(_cell(row.get(name)) for name in columns)
    return text.getvalue().encode(ENCODING)


def _cell(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, bool | int | float):
        return str(value)
    text = value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
    return neutralise(without_controls(text))
