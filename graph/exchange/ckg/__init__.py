"""The ChainKnowledgeGraph: listed companies, their industries, products and materials."""

from pathlib import Path

from graph.domain.evidence import Evidence
from graph.domain.sources import CKG, CKG_INDUSTRY
from graph.errors import BadInput
from graph.exchange.ckg.companies import Companies
from graph.exchange.ckg.industries import Industries
from graph.exchange.ckg.products import Products
from graph.exchange.datasets import Source
from graph.exchange.records import MapRecords

FILES = (
    "company.json",
    "industry.json",
    "industry_industry.json",
    "company_industry.json",
    "industry_up.json",
    "product.json",
    "company_product.json",
    "product_product.json",
)
SURE, DISCLOSED, COUNTED, MINED = 1.0, 0.9, 0.6, 0.6
"""Confidence: a classification, an annual report, co-occurrence counts, texts mined by program."""


def read_ckg(path: Path, as_of: str = "") -> MapRecords:
    """Read the folder of the data set; ``as_of`` is its newest listing date unless given.

    Raises BadInput where a file is missing or cannot be read at all. ``heldout_dev.tsv``, kept
    for measuring, is not read.
    """
    _check_folder(path)
    records = MapRecords(CKG)
    sources = {name: Source(path / name, records) for name in FILES}
    companies = Companies(sources["company.json"])
    as_of = as_of or companies.newest
    industries = Industries(companies, Evidence(CKG_INDUSTRY, as_of, SURE))
    industries.read(sources["industry.json"])
    industries.read_members(sources["company_industry.json"])
    industries.read_tree(sources["industry_industry.json"])
    industries.read_inputs(
        sources["industry_up.json"], Evidence(CKG_INDUSTRY, as_of, COUNTED).properties()
    )
    products = Products(companies)
    products.read(sources["product.json"])
    products.read_makers(
        sources["company_product.json"], Evidence(CKG, as_of, DISCLOSED).properties()
    )
    products.read_links(sources["product_product.json"], Evidence(CKG, as_of, MINED).properties())
    return records


def _check_folder(path: Path) -> None:
    if not path.is_dir():
        raise BadInput("没有找到文件夹 %(folder)s。请写出 ckg 数据所在的文件夹。", folder=str(path))
    missing = [name for name in FILES if not (path / name).is_file()]
    if missing:
        raise BadInput(
            "文件夹 %(folder)s 里缺少 %(files)s，没有导入任何内容。请把这份数据补全再导入。",
            folder=str(path),
            files=tuple(missing),
        )
