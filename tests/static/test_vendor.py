import hashlib
import re

from chainmatch.config import ROOT

VENDOR = ROOT / "static" / "vendor"
ROW = re.compile(r"^\| (\S+/\S+) \|.*\| ([0-9a-f]{64}) \|$", re.MULTILINE)


def test_every_vendored_file_is_listed_with_its_sum() -> None:
    listed = dict(ROW.findall((VENDOR / "VENDOR.md").read_text(encoding="utf-8")))
    found = {
        path.relative_to(VENDOR).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in VENDOR.rglob("*")
        if path.suffix in {".js", ".css"}
    }
    assert listed == found
