"""``chainmatch schedule`` as a person runs it."""

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from chainmatch.cli import main
from chainmatch.scheduling.yardsticks import invent_data

DAY = {
    "slots": ["S0"],
    "tables": ["T0"],
    "parties": [{"id": code} for code in "ABCD"],
    "requests": [
        {"id": "R0", "a": "A", "b": "B", "weight": 9},
        {"id": "R1", "a": "C", "b": "D", "weight": 1},
    ],
}


@pytest.fixture
def day(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("CHAINMATCH_LANGUAGE", "zh")
    path = tmp_path / "day.json"
    path.write_text(json.dumps(DAY), encoding="utf-8")
    return path


def run(*arguments: object) -> Result:
    return CliRunner().invoke(main, ["schedule", *map(str, arguments)])


def test_a_timetable_is_written_with_reasons_in_both_languages(day: Path, tmp_path: Path) -> None:
    out = tmp_path / "new" / "timetable.json"
    assert run(day, "--out", out, "--steps", 0).exit_code == 0
    made = json.loads(out.read_text(encoding="utf-8"))
    assert made["meetings"] == [{"request": "R0", "slot": "S0", "table": "T0"}]
    assert made["unscheduled"] == [
        {
            "request": "R1",
            "reason": "tables_full",
            "words": "双方有空的时段（S0）里，桌子都已排满。",
            "mend": "S0 再加一张桌子即可安排这一场；全天再加一张桌子，可多安排 1 场。",
            "words_en": "When both are free (S0), all tables are taken.",
            "mend_en": "One more table at S0 would place this one;"
            " one more table all day would place 1 more.",
        }
    ]


def test_the_same_seed_writes_the_same_bytes(day: Path, tmp_path: Path) -> None:
    outs = [tmp_path / "one.json", tmp_path / "two.json"]
    for out in outs:
        run(day, "--out", out, "--steps", 20_000, "--seed", 4)
    assert outs[0].read_bytes() == outs[1].read_bytes()


def test_a_bad_file_is_refused_and_nothing_is_written(day: Path, tmp_path: Path) -> None:
    day.write_text('{"slots": 1}', encoding="utf-8")
    out = tmp_path / "out" / "timetable.json"
    result = run(day, "--out", out)
    assert (result.exit_code, out.parent.exists()) == (2, False)
    assert result.output.splitlines() == ['instance.slots 应写成 ["…", …]。']


def test_a_place_that_cannot_be_written_is_told(day: Path, tmp_path: Path) -> None:
    result = run(day, "--out", day / "timetable.json", "--steps", 0)
    assert result.exit_code == 2
    assert result.output.splitlines()[-1].startswith(f"写不到文件 {day / 'timetable.json'}：")


def test_an_interrupt_keeps_the_best_so_far(day: Path, tmp_path: Path) -> None:
    day.write_text(json.dumps(invent_data(200, 1)), encoding="utf-8")
    out = tmp_path / "timetable.json"
    command = [sys.executable, "-m", "chainmatch.cli", "schedule", str(day), "--out", str(out)]
    process = subprocess.Popen([*command, "--seconds", "300"], stdout=subprocess.DEVNULL)
    time.sleep(6)
    os.kill(process.pid, signal.SIGINT)
    assert process.wait(60) == 0
    assert json.loads(out.read_text(encoding="utf-8"))["is_stopped"] is True
