"""From a file's bytes to something that can be read, or one clear sentence why it cannot."""

import codecs
from collections.abc import Iterator
from pathlib import Path

from graph.errors import BadInput, TooLarge

MEGABYTE = 1024 * 1024
DEFAULT_LIMIT_MB = 64
CHUNK = MEGABYTE
LIKELY_CHINESE = 0.5

ZIP_MAGIC = b"PK\x03\x04"
OLE_MAGIC = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
ENCRYPTED_STREAM = "EncryptedPackage".encode("utf-16-le")
WEB_PAGE_STARTS = (b"<!doctype html", b"<html", b"<table", b"<head", b"<meta", b"<style")


def is_package(path: Path) -> bool:
    """Tell whether a file is a ZIP package: a workbook, or files packed together."""
    return _head(path).startswith(ZIP_MAGIC)


def check_size(path: Path, limit_mb: int = DEFAULT_LIMIT_MB) -> None:
    """Refuse a file over the limit before a byte of it is read. Raises TooLarge or BadInput."""
    size = path.stat().st_size
    if size > limit_mb * MEGABYTE:
        raise TooLarge(
            "文件有 %(size)s MB，超过 %(limit)s MB 的上限，没有导入任何内容。"
            "请拆成几个文件分别导入，或请管理员调高 CHAINMATCH_UPLOAD_MB。",
            size=f"{size / MEGABYTE:,.1f}",
            limit=limit_mb,
        )
    if size == 0:
        raise BadInput("文件是空的，没有导入任何内容。请确认选对了文件，填好后再导入。")


def check_csv(path: Path) -> None:
    """Refuse what is not text although somebody called it CSV. Raises BadInput."""
    _refuse_other_formats(path, _head(path))


def check_xlsx(path: Path) -> None:
    """Refuse what is not a workbook although somebody called it XLSX. Raises BadInput."""
    if is_package(path):
        return
    head = _head(path)
    _refuse_other_formats(path, head)
    if b"\0" in head and not head.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        raise BadInput("这个文件不是 Excel 工作簿，或者已经损坏。请在 Excel 中打开并另存为 XLSX。")
    raise BadInput(
        "这个文件的内容是文本（CSV），不是 Excel 工作簿。请按 CSV 导入，或在 Excel 中另存为 XLSX。"
    )


def detect_encoding(path: Path) -> str:
    """Name the encoding in which the whole file is readable text. Raises BadInput.

    UTF-8 and UTF-16 with their marks, UTF-8 without, and GB18030 (GBK, GB2312) where most of the
    text beyond ASCII is in the everyday set GB 2312: other legacy encodings decode as GB18030 too,
    but to characters that hardly anybody writes.
    """
    for encoding in _candidates(_head(path)):
        if _decodes(path, encoding):
            return encoding
    raise undecodable()


def undecodable() -> BadInput:
    """Say that the bytes are no text we know, and what to do."""
    return BadInput(
        "看不懂文件的文字编码，没有导入任何内容。"
        "请在 Excel 中打开，另存为“CSV UTF-8（逗号分隔）”后再导入。"
    )


def _head(path: Path) -> bytes:
    with path.open("rb") as file:
        return file.read(4096)


def _refuse_other_formats(path: Path, head: bytes) -> None:
    if head.startswith(OLE_MAGIC):
        if _contains(path, ENCRYPTED_STREAM):
            raise BadInput("工作簿有打开密码，无法读取。请在 Excel 中取消密码，另存后再导入。")
        raise BadInput("这是旧版 Excel 文件（XLS）。请在 Excel 中打开，另存为 XLSX 后再导入。")
    start = head.removeprefix(codecs.BOM_UTF8).lstrip().lower()
    if start.startswith(WEB_PAGE_STARTS) or (start.startswith(b"<?xml") and b"<html" in start):
        raise BadInput("这个文件其实是网页（HTML）。请在 Excel 中打开，另存为 XLSX 后再导入。")
    if start.startswith(b"<?xml"):
        raise BadInput("这个文件其实是 XML。请在 Excel 中打开，另存为 XLSX 后再导入。")
    if start.startswith(b"%pdf"):
        raise BadInput("这个文件其实是 PDF，无法导入。请填写模板后再导入。")


def _contains(path: Path, wanted: bytes) -> bool:
    tail = b""
    for chunk in _chunks(path):
        if wanted in tail + chunk:
            return True
        tail = chunk[-len(wanted) :]
    return False


def _candidates(head: bytes) -> tuple[str, ...]:
    if head.startswith(codecs.BOM_UTF8):
        return ("utf-8-sig",)
    if head.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return ("utf-16",)
    return ("utf-8", "gb18030")


def _decodes(path: Path, encoding: str) -> bool:
    decoder = codecs.getincrementaldecoder(encoding)()
    likely = True
    try:
        for number, chunk in enumerate(_chunks(path)):
            text = decoder.decode(chunk)
            _refuse_nul(text)
            if number == 0 and encoding == "gb18030":
                likely = _is_everyday_chinese(text)
        decoder.decode(b"", final=True)
    except UnicodeDecodeError:
        return False
    return likely


def _chunks(path: Path) -> Iterator[bytes]:
    with path.open("rb") as file:
        while chunk := file.read(CHUNK):
            yield chunk


def _refuse_nul(text: str) -> None:
    if "\0" in text:
        raise BadInput(
            "文件里有空字符（NUL），不是完整的文本，没有导入任何内容。"
            "请在 Excel 中打开，另存为“CSV UTF-8（逗号分隔）”后再导入。"
        )


def _is_everyday_chinese(text: str) -> bool:
    foreign = [char for char in text if char > "\x7f"]
    everyday = len("".join(foreign).encode("gb2312", "ignore")) // 2
    return everyday >= LIKELY_CHINESE * len(foreign)
