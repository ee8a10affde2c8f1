"""Files as bytes: sizes, formats, encodings."""

from pathlib import Path

import pytest

from graph.errors import BadInput, TooLarge
from graph.exchange import reading

UNDECODABLE = (
    "看不懂文件的文字编码，没有导入任何内容。"
    "请在 Excel 中打开，另存为“CSV UTF-8（逗号分隔）”后再导入。"
)
NUL = (
    "文件里有空字符（NUL），不是完整的文本，没有导入任何内容。"
    "请在 Excel 中打开，另存为“CSV UTF-8（逗号分隔）”后再导入。"
)
TEXT = "编码,名称\r\noffice:GCJX,工程机械\r\n"


def saved(folder: Path, content: bytes) -> Path:
    path = folder / "file"
    path.write_bytes(content)
    return path


@pytest.mark.parametrize(
    ("content", "encoding"),
    [
        (TEXT.encode(), "utf-8"),
        (TEXT.encode("utf-8-sig"), "utf-8-sig"),
        (TEXT.encode("utf-16"), "utf-16"),
        (b"\xfe\xff" + TEXT.encode("utf-16-be"), "utf-16"),
        (TEXT.encode("gbk"), "gb18030"),
        (f"{TEXT}office:X,𠮷野镕\r\n".encode("gb18030"), "gb18030"),
        (b"code,name\r\nx,plain\r\n", "utf-8"),
    ],
)
def test_the_encoding_is_found(tmp_path: Path, content: bytes, encoding: str) -> None:
    path = saved(tmp_path, content)
    assert reading.detect_encoding(path) == encoding
    assert path.read_bytes().decode(encoding).startswith(("编码,名称\r\n", "code,name\r\n"))


@pytest.mark.parametrize(
    "content",
    [
        TEXT.encode("utf-8-sig") + b"office:X,\xff\xfe\r\n",
        "Code,Name\r\nx,Société Générale à Orléans\r\n".encode("latin-1"),
        "コード,名前\r\nx,カタカナ\r\n".encode("shift-jis"),
        TEXT.encode("utf-16")[:-1],
        bytes(range(128, 256)) * 4,
    ],
)
def test_bytes_that_are_no_text_are_refused(tmp_path: Path, content: bytes) -> None:
    with pytest.raises(BadInput) as error:
        reading.detect_encoding(saved(tmp_path, content))
    assert str(error.value) == UNDECODABLE


def test_a_character_across_chunks_is_one_character(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(reading, "CHUNK", 7)
    assert reading.detect_encoding(saved(tmp_path, TEXT.encode())) == "utf-8"
    assert reading.detect_encoding(saved(tmp_path, TEXT.encode("gbk"))) == "gb18030"


@pytest.mark.parametrize("content", [b"a,b\r\n\0,c\r\n", TEXT.encode("utf-16-le")])
def test_nul_bytes_are_refused(tmp_path: Path, content: bytes) -> None:
    with pytest.raises(BadInput) as error:
        reading.detect_encoding(saved(tmp_path, content))
    assert str(error.value) == NUL


def test_a_file_over_the_limit_is_refused_unread(tmp_path: Path) -> None:
    path = tmp_path / "large.csv"
    with path.open("wb") as file:
        file.truncate(100 * 1024 * 1024)
    with pytest.raises(TooLarge) as error:
        reading.check_size(path)
    assert str(error.value) == (
        "文件有 100.0 MB，超过 64 MB 的上限，没有导入任何内容。"
        "请拆成几个文件分别导入，或请管理员调高 CHAINMATCH_UPLOAD_MB。"
    )
    reading.check_size(path, limit_mb=100)


def test_an_empty_file_is_refused(tmp_path: Path) -> None:
    with pytest.raises(BadInput) as error:
        reading.check_size(saved(tmp_path, b""))
    assert str(error.value) == "文件是空的，没有导入任何内容。请确认选对了文件，填好后再导入。"


OLE = bytes.fromhex("d0cf11e0a1b11ae1") + bytes(600)
XLS = "这是旧版 Excel 文件（XLS）。请在 Excel 中打开，另存为 XLSX 后再导入。"
PASSWORD = "工作簿有打开密码，无法读取。请在 Excel 中取消密码，另存后再导入。"
HTML = "这个文件其实是网页（HTML）。请在 Excel 中打开，另存为 XLSX 后再导入。"
XML = "这个文件其实是 XML。请在 Excel 中打开，另存为 XLSX 后再导入。"
PDF = "这个文件其实是 PDF，无法导入。请填写模板后再导入。"
FOREIGN = [
    (OLE, XLS),
    (OLE + "EncryptedPackage".encode("utf-16-le") + bytes(600), PASSWORD),
    (b"\r\n <HTML><table><tr><td>x</td></tr></table>", HTML),
    (b"\xef\xbb\xbf<table><tr><td>x</td></tr></table>", HTML),
    (b'<?xml version="1.0"?><Workbook/>', XML),
    (b"%PDF-1.7\n", PDF),
]


@pytest.mark.parametrize(("content", "words"), FOREIGN)
def test_another_format_is_named(tmp_path: Path, content: bytes, words: str) -> None:
    path = saved(tmp_path, content)
    for check in (reading.check_csv, reading.check_xlsx):
        with pytest.raises(BadInput) as error:
            check(path)
        assert str(error.value) == words


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (
            TEXT.encode(),
            "这个文件的内容是文本（CSV），不是 Excel 工作簿。"
            "请按 CSV 导入，或在 Excel 中另存为 XLSX。",
        ),
        (
            bytes(300),
            "这个文件不是 Excel 工作簿，或者已经损坏。请在 Excel 中打开并另存为 XLSX。",
        ),
    ],
)
def test_what_is_no_workbook_is_said_to_be_none(tmp_path: Path, content: bytes, words: str) -> None:
    with pytest.raises(BadInput) as error:
        reading.check_xlsx(saved(tmp_path, content))
    assert str(error.value) == words
