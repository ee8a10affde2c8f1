import pytest

from graph.errors import BadInput
from graph.inquiry import check
from graph.inquiry.vocabulary import FUNCTIONS, LONGEST_TEXT
from graph.schema import READABLE_LABELS, READABLE_LINKS
from graph.store.cypher.bulk.copies import LINKS

READING = (
    "MATCH (e:Enterprise) RETURN e.name",
    "match (e:Enterprise)\nreturn e.name as 名称 order by 名称 desc skip 1 limit 3;",
    "MATCH (e:Enterprise {code: $code})-[m:MAKES|:BELONGS_TO]->(n) RETURN e, m, n",
    "MATCH p = (a:ChainNode)-[:SUPPLIES*1..3]->(b:ChainNode) RETURN p LIMIT 5",
    "MATCH (e:Enterprise) WHERE NOT (e)-[:MAKES]->(:ChainNode) RETURN count(*) AS n",
    "MATCH (e:Enterprise) WHERE EXISTS { MATCH (e)-[:MAKES]->(n) RETURN n } RETURN e.code",
    "MATCH (e:Enterprise) OPTIONAL MATCH (e)-[:LOCATED_IN]->(r) WITH r, count(e) AS k"
    " WHERE k > 2 AND r.name STARTS WITH '长' RETURN r.name + '：' + toString(k)",
    "MATCH (e:Enterprise) WITH e MATCH (e)-[:MAKES]->(n) WITH n, count(e) AS k WHERE n.name"
    " STARTS WITH 'WITH' WITH n ORDER BY k LIMIT 3\nMATCH (n)-[:SUPPLIES]->(m) RETURN m.name",
    "UNWIND ['甲', $b] AS name MATCH (e:Enterprise) WHERE e.name = name"
    " RETURN CASE WHEN e.size IS NULL THEN 0 ELSE 1 END AS known",
    "MATCH (a:ChainNode {code: 'a'}), p = shortestPath((a)-[:SUPPLIES*..4]->(b:ChainNode))"
    " RETURN p",
    "MATCH (e:Enterprise) WHERE all(c IN e.certifications WHERE c <> 'iso') RETURN e.code",
    "MATCH (e:Enterprise) WHERE e.website = 'https:example' RETURN e.name ='DELETE'",
    "MATCH (e:Enterprise) WHERE e.website = 'https://a.example' OR e.name = \"//\" RETURN e.code",
    "MATCH (a:ChainNode {code: 'a'}), (b:ChainNode {code: $b})"
    " MATCH p = shortestPath((a)-[:SUPPLIES*..4]->(b)) RETURN p",
    "MATCH (e:Enterprise)-[:MAKES]->(n), (n)-[:SUPPLIES]->(m) MATCH (m)<-[:MAKES]-(f)"
    " RETURN e.name, f.name",
    "MATCH (e:Enterprise) WITH count(*) AS k, max(e.size) AS most MATCH (e:Enterprise)"
    " WHERE e.size = most RETURN e.name, k",
    "MATCH (e:Enterprise) WITH collect(e) AS all_of UNWIND all_of AS e"
    " MATCH (e)-[:MAKES]->(n) RETURN n.name",
    "UNWIND [1, 2] AS a UNWIND [$b, 4] AS b RETURN a * b AS x",
    "MATCH (e:Enterprise) WHERE EXISTS { MATCH (e)-[:MAKES]->(n) MATCH (n)-[:SUPPLIES]->(m)"
    " RETURN m } RETURN e.code",
)
WRITING = "这里只能读取，不能用 CREATE、MERGE、SET、DELETE、REMOVE 更改图谱。"
SIGN = "语句里不能有 {}，请删去反斜杠、反引号和注释。"
CALLING = "不能用 CALL 调用过程，请用 MATCH 写出要找的内容。"
REFUSED = {
    "": "请填写查询语句。",
    "CREATE (e:Enterprise) RETURN e": WRITING,
    "MATCH (e:Enterprise) SET e.name = 'x'": WRITING,
    "MATCH (e:Enterprise) SET e.name = 'x' RETURN e": WRITING,
    "MATCH (e:Enterprise) DETACH DELETE e": WRITING,
    "MATCH (e:Enterprise) REMOVE e.name": WRITING,
    "MERGE (e:Enterprise {code: 'x'}) ON CREATE SET e.name = 'x' RETURN e": WRITING,
    "CALL db.labels()": CALLING,
    "CALL db.labels() YIELD label RETURN label": CALLING,
    "MATCH (n) RETURN n": "(n) 要写明是什么，例如 (e:Enterprise)。可用的有：Chain、ChainNode、"
    "Conference、CreditRecord、Enterprise、Owner、Project、Region。",
    "MATCH (u:User) RETURN u.password_hash": "不能查 User。可用的有：Chain、ChainNode、Conference、"
    "CreditRecord、Enterprise、Owner、Project、Region。",
    "MATCH (e:Enterprise:User) RETURN e": "不能查 User。可用的有：Chain、ChainNode、Conference、"
    "CreditRecord、Enterprise、Owner、Project、Region。",
    "MATCH (e:Enterprise)-[:SUPPLIES*]->(b) RETURN b": "多步关系要写明步数上限，最多 6 步，"
    "例如 *1..3。",
    "MATCH (e:Enterprise)-[:SUPPLIES*2..]->(b) RETURN b": "多步关系要写明步数上限，最多 6 步，"
    "例如 *1..3。",
    "MATCH (e:Enterprise)-[:SUPPLIES*1..7]->(b) RETURN b": "多步关系要写明步数上限，最多 6 步，"
    "例如 *1..3。",
    "RETURN range(1, 1000000000) AS r": "不能用函数 range。",
    "MATCH (e:Enterprise) RETURN apoc.util.sleep(9)": "不能用函数 apoc.util.sleep。",
    "MATCH (e:Enterprise) WITH e AS a RETURN [a, a] AS x": "方括号里只能写固定的值或参数；"
    "要把结果收成一列，请用 collect。",
    "MATCH (e:Enterprise) RETURN {a: e} AS x": "RETURN 里请逐列写出，不要用花括号。",
    "MATCH (e:Enterprise) WHERE e.name = 'a\\' RETURN e": SIGN.format("\\"),
    "MATCH (`e`:Enterprise) RETURN 1": SIGN.format("`"),
    "MATCH (e:Enterprise) /* x */ RETURN e": SIGN.format("/*"),
    "MATCH (e:Enterprise) RETURN e // x": SIGN.format("//"),
    "MATCH (e:Enterprise) RETURN e // 'x'": SIGN.format("//"),
    "MATCH (e:Enterprise) RETURN 'x' // '": SIGN.format("//"),
    "MATCH (e:Enterprise) RETURN '\"' // \"'\"": SIGN.format("//"),
    "MATCH (e:Enterprise)\u2003RETURN e": "语句里有看不见的字符 U+2003，请删除。",
    "MATCH (e:Enterprise) RETURN e\x00": "语句里有看不见的字符 U+0000，请删除。",
    "(" * 30: "语句嵌套太深，请拆开来写。",
    "RETURN 1" + " " * LONGEST_TEXT + "AS x": f"语句最长 {LONGEST_TEXT} 个字符。",
    "MATCH (e:Enterprise) "
    + "WITH e MATCH (e)-[:MAKES]->(n) " * 7
    + "RETURN e": "一条语句里最多用 6 次 WITH。",
    "RETURN 1" + " + 1" * 13 + " AS x": "一条语句里最多用 12 个加号。",
}
UNCONNECTED = {
    "MATCH (a:Enterprise),(b:Enterprise),(c:Enterprise) WHERE a.name+b.name='x' RETURN count(*)":
        "(b:Enterprise)",
    "MATCH (a:Enterprise) MATCH (b:Enterprise) RETURN count(*)": "(b:Enterprise)",
    "MATCH (a:Enterprise) OPTIONAL MATCH (b:Enterprise)-[:MAKES]->(n) RETURN count(*)":
        "(b:Enterprise)-[:MAKES]->(n)",
    "MATCH (a:Enterprise) WITH a.name AS x MATCH (a:Enterprise) RETURN count(*)": "(a:Enterprise)",
    "MATCH (a:Enterprise) WITH *, 1 AS x MATCH (b:Enterprise) RETURN count(*)": "(b:Enterprise)",
    "MATCH (a:Enterprise) WITH count(a) + a.size * (1) AS x MATCH (b:Enterprise) RETURN count(*)":
        "(b:Enterprise)",
    "MATCH (a:Enterprise) WITH collect(a) AS x MATCH (b:Enterprise) UNWIND x AS c RETURN count(*)":
        "(b:Enterprise)",
    "MATCH (a:Enterprise) WITH collect(a) AS x WITH max(x) AS y MATCH (b:Enterprise)"
    " UNWIND y AS c RETURN count(*)": "(b:Enterprise)",
    "MATCH (a:Enterprise), (b:Enterprise)-[:MAKES {code: 'x'}]->(n) RETURN count(*)":
        "(b:Enterprise)-[:MAKES {code: 'x'}]->(n)",
    "MATCH (a:Enterprise) WHERE EXISTS { MATCH (b:Enterprise) WHERE b.name = 'x' RETURN b }"
    " RETURN count(*)": "(b:Enterprise)",
    "MATCH (a:Enterprise) WHERE EXISTS { MATCH (a)-[:MAKES]->(n) RETURN n }"
    " MATCH (n:ChainNode) RETURN count(*)": "(n:ChainNode)",
    "MATCH (a:Enterprise) WHERE (:Enterprise {name: 'x'})-[:MAKES]->(:ChainNode) RETURN count(*)":
        "(:Enterprise {name: 'x'})-[:MAKES]->(:ChainNode)",
}  # fmt: skip
GATHERED = "MATCH (e:Enterprise) WITH collect(e.name) AS x "
MULTIPLYING = {
    GATHERED + "UNWIND x AS a UNWIND x AS b UNWIND x AS c RETURN sum(size(a+b+c)) AS n":
        "一条语句里最多用一次 UNWIND 展开查到的列表，多次展开会成倍增加。",
    GATHERED + "UNWIND x AS a WITH a, x UNWIND x AS b RETURN count(*)":
        "一条语句里最多用一次 UNWIND 展开查到的列表，多次展开会成倍增加。",
    GATHERED + "UNWIND x AS a UNWIND split('a,b', ',') AS b RETURN count(*)":
        "一条语句里最多用一次 UNWIND 展开查到的列表，多次展开会成倍增加。",
    "".join(f"UNWIND [1, 2, 3, 4, 5, 6, 7] AS x{at} " for at in range(3)) + "RETURN count(*)":
        "UNWIND 展开的固定列表合起来最多 200 行。",
    GATHERED + "RETURN all(a IN x WHERE any(b IN x WHERE a = b)) AS y":
        "all、any、none、single 里不能再用它们，请拆开来写。",
}  # fmt: skip
UNREADABLE = (
    "LOAD CSV FROM 'file:///etc/passwd' AS l RETURN l",
    "MATCH (e:Enterprise) RETURN e; MATCH (u:User) DETACH DELETE u",
    "MATCH (e:Enterprise) CALL { WITH e CREATE (x:User) } RETURN e",
    "MATCH (e:Enterprise) FOREACH (x IN [1] | SET e.name = 'x')",
    "USE system MATCH (e:Enterprise) RETURN e",
    "PROFILE MATCH (e:Enterprise) RETURN e",
    "MATCH (e:User|Enterprise) RETURN e",
    "DROP CONSTRAINT enterprise_key",
    "SHOW USERS",
    "MATCH (e:Enterprise",
    "删除所有企业",
)
LINKLESS = ("-->", "--", "<-[r]-", "-[*1..2]-")


@pytest.mark.parametrize("text", READING)
def test_reading_the_map_passes(text: str) -> None:
    assert check(text).text == text.removesuffix(";")


@pytest.mark.parametrize(("text", "words"), REFUSED.items())
def test_what_is_refused_says_why(text: str, words: str) -> None:
    with pytest.raises(BadInput) as error:
        check(text)
    assert str(error.value) == words


@pytest.mark.parametrize(("text", "part"), UNCONNECTED.items())
def test_what_is_found_is_not_combined_with_everything(text: str, part: str) -> None:
    with pytest.raises(BadInput) as error:
        check(text)
    assert str(error.value) == (
        f"{part} 和前面查到的内容没有连在一起，会逐一两两组合。"
        "请用关系把它们连起来，或写明编码，例如 {code: 'x'}。"
    )


@pytest.mark.parametrize(("text", "words"), MULTIPLYING.items())
def test_lists_do_not_multiply_each_other(text: str, words: str) -> None:
    with pytest.raises(BadInput) as error:
        check(text)
    assert str(error.value) == words


@pytest.mark.parametrize("text", UNREADABLE)
def test_what_is_no_reading_query_cannot_be_read(text: str) -> None:
    with pytest.raises(BadInput, match="处读不懂|语句里不能有"):
        check(text)


@pytest.mark.parametrize("link", LINKLESS)
def test_a_link_without_type_might_lead_to_anybody(link: str) -> None:
    with pytest.raises(BadInput, match="连线要写明关系"):
        check(f"MATCH (e:Enterprise){link}(u) RETURN u")


@pytest.mark.parametrize("link", ["ACTS_FOR", "HAS_CONTACT", "MAKES|ACTS_FOR", "MAKES|:ACTS_FOR"])
def test_a_link_to_people_is_refused_everywhere(link: str) -> None:
    for text in (
        f"MATCH (e:Enterprise)<-[:{link}]-(u) RETURN u",
        f"MATCH (e:Enterprise) WHERE (e)<-[:{link}]-() RETURN e",
        f"MATCH (e:Enterprise) WHERE EXISTS {{ MATCH (e)<-[:{link}]-(u) RETURN u }} RETURN e",
    ):
        with pytest.raises(BadInput, match="不能查关系"):
            check(text)


def test_a_later_part_is_checked_too_and_the_place_is_told() -> None:
    with pytest.raises(BadInput, match="这里只能读取"):
        check(
            "MATCH (e:Enterprise) WITH e MATCH (e)-[:MAKES]->(n) WITH n SET n.name = 'x' RETURN n"
        )
    with pytest.raises(BadInput, match="第 2 行第 10 个字符处"):
        check("MATCH (e:Enterprise) WITH e\nMATCH (e))-[:MAKES]->(n) WITH n RETURN n")


def test_lists_made_of_lists_are_refused() -> None:
    for text in (
        "MATCH (e:Enterprise) RETURN [x IN collect(e) | x]",
        "MATCH (e:Enterprise) RETURN [(e)-[:MAKES]->(n) | n.name]",
    ):
        with pytest.raises(BadInput):
            check(text)


def test_parameters_are_named_once_in_their_order() -> None:
    checked = check("MATCH (e:Enterprise {code: $b}) WHERE e.name = $a OR e.code = $b RETURN e")
    assert checked.parameters == ("b", "a")


def test_its_own_limit_is_seen_only_at_the_end() -> None:
    assert check("MATCH (e:Enterprise) RETURN e LIMIT 3").is_limited
    assert not check("MATCH (e:Enterprise) WITH e LIMIT 3 RETURN e").is_limited
    inner = "EXISTS { MATCH (e)-[:MAKES]->(n) RETURN n LIMIT 1 }"
    assert not check(f"MATCH (e:Enterprise) WHERE {inner} RETURN e").is_limited


def test_every_readable_link_joins_readable_nodes_only() -> None:
    joined = {end for start, name, stop in LINKS if name in READABLE_LINKS for end in (start, stop)}
    assert joined == set(READABLE_LABELS)
    assert {name for _, name, _ in LINKS} >= READABLE_LINKS


def test_functions_are_written_small() -> None:
    assert {name.lower() for name in FUNCTIONS} == FUNCTIONS
