"""The Chinese font that a PDF is written with: embedded, so that every reader sees the same."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from graph.errors import BadInput


@dataclass(frozen=True)
class Font:
    """A regular and a bold file; ``face`` is the number of Simplified Chinese in a collection."""

    regular: Path
    bold: Path
    face: int = 0


_NOTO = ("NotoSansCJK-Regular.ttc", "NotoSansCJK-Bold.ttc", 2)
_FILES: tuple[tuple[str, str, str, int], ...] = (
    ("/usr/share/fonts/opentype/noto", *_NOTO),
    ("/usr/share/fonts/noto-cjk", *_NOTO),
    ("/usr/share/fonts/google-noto-cjk", *_NOTO),
    ("/usr/share/fonts/google-noto-sans-cjk-fonts", *_NOTO),
    ("/usr/share/fonts/truetype/wqy", "wqy-microhei.ttc", "wqy-microhei.ttc", 0),
    ("/usr/share/fonts/wqy-microhei", "wqy-microhei.ttc", "wqy-microhei.ttc", 0),
    ("C:/Windows/Fonts", "msyh.ttc", "msyhbd.ttc", 0),
    ("C:/Windows/Fonts", "simhei.ttf", "simhei.ttf", 0),
    ("/System/Library/Fonts", "STHeiti Light.ttc", "STHeiti Medium.ttc", 1),
)
KNOWN = tuple(
    Font(Path(folder, regular), Path(folder, bold), face) for folder, regular, bold, face in _FILES
)


def find_font(known: Sequence[Font] = KNOWN) -> Font:
    """Return the first font that this machine has. Raises BadInput with what to install."""
    for font in known:
        if font.regular.is_file() and font.bold.is_file():
            return font
    raise BadInput(
        "服务器上没有中文字体，不能生成 PDF。请安装 fonts-noto-cjk，"
        "或下载 DOCX，或在浏览器里打印网页。"
    )
