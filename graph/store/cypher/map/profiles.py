"""Profiles of enterprises: what features compare, with the summaries computed for them."""

from typing import LiteralString

LIST: LiteralString = """
UNWIND $codes AS code
MATCH (e:Enterprise {code: code})
WITH e, COUNT { (e)<-[:SAID_OF]-() } AS said
RETURN collect([e.code, e.name, e.short_name, e.name_en, e.kind, e.region, e.size,
                e.certifications, e.market, e.source, e.main_products, e.industries, said])
       AS profiles
"""
REGION_NAMES: LiteralString = """
UNWIND $codes AS code
MATCH (r:Region {code: code})
RETURN r.code AS code, r.name AS name, r.name_en AS name_en
"""
SUMMARIES: LiteralString = """
MATCH (e:Enterprise)
WHERE e.main_products IS NOT NULL
RETURN collect(e.code) AS code, collect([e.main_products, e.industries]) AS summary
"""
PRODUCTS: LiteralString = """
MATCH (e:Enterprise)-[l:MAKES]->(n:ChainNode)
WHERE l.valid_from <= $at AND $at < l.valid_to
RETURN collect(e.code) AS code, collect(n.name) AS name, collect(coalesce(l.share, 0.0)) AS share
"""
INDUSTRIES: LiteralString = """
MATCH (e:Enterprise)-[l:BELONGS_TO]->(n:ChainNode)
WHERE l.valid_from <= $at AND $at < l.valid_to
RETURN collect(e.code) AS code, collect(n.code) AS industry
"""
SAVE_SUMMARIES: LiteralString = """
UNWIND $rows AS row
MATCH (e:Enterprise {code: row.code})
SET e.main_products = row.main_products, e.industries = row.industries
"""
