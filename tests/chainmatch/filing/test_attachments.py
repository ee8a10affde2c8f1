import io
from zipfile import ZipFile

import pytest

from chainmatch.filing.attachments import MEGABYTE, MOST_MB, check, media_type
from graph.errors import BadInput, TooLarge

PDF = b"%PDF-1.7\n"


def office(folder: str, *more: str) -> bytes:
    package = io.BytesIO()
    with ZipFile(package, "w") as file:
        for name in ("[Content_Types].xml", f"{folder}/main.xml", *more):
            file.writestr(name, "")
    return package.getvalue()


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("图纸.pdf", PDF),
        ("照片.JPG", b"\xff\xd8\xff\xe0"),
        ("a.png", b"\x89PNG\r\n\x1a\n"),
        ("合同.docx", office("word")),
        ("清单.xlsx", office("xl")),
        ("介绍.pptx", office("ppt")),
    ],
)
def test_files_that_are_what_they_say_are_taken(name: str, content: bytes) -> None:
    stream = io.BytesIO(content)
    check(name, stream)
    assert stream.read() == content


@pytest.mark.parametrize(
    ("name", "content", "words"),
    [
        ("程序.pdf", b"MZ\x90", "附件“程序.pdf”的内容与它的扩展名不符，请检查文件。"),
        ("清单.xlsx", office("word"), "附件“清单.xlsx”的内容与它的扩展名不符，请检查文件。"),
        (
            "宏.docx",
            office("word", "word/vbaProject.bin"),
            "附件“宏.docx”的内容与它的扩展名不符，请检查文件。",
        ),
        ("空.pdf", b"", "附件“空.pdf”是空的。"),
    ],
)
def test_disguised_and_empty_files_are_refused(name: str, content: bytes, words: str) -> None:
    with pytest.raises(BadInput) as refused:
        check(name, io.BytesIO(content))
    assert str(refused.value) == words


def test_types_that_could_run_are_refused() -> None:
    for name in ("a.html", "a.svg", "a.exe", "a", "a.pdf.js"):
        with pytest.raises(BadInput, match="的类型不支持"):
            check(name, io.BytesIO(PDF))


def test_a_large_file_is_refused_and_the_largest_taken() -> None:
    check("a.pdf", io.BytesIO(PDF.ljust(MOST_MB * MEGABYTE)))
    with pytest.raises(TooLarge, match="超过 10 MB"):
        check("a.pdf", io.BytesIO(PDF.ljust(MOST_MB * MEGABYTE + 1)))


def test_media_types() -> None:
    assert media_type("图纸.PDF") == "application/pdf"
    assert media_type("a.unknown") == "application/octet-stream"
