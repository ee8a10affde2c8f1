"""The part of Cypher that an analyst may use: clauses, functions, and how much of each."""

FUNCTIONS = frozenset(
    {
        *("count", "sum", "avg", "min", "max", "collect", "stdev", "percentilecont"),
        *("size", "length", "type", "labels", "keys", "nodes", "relationships"),
        *("head", "last", "startnode", "endnode", "coalesce"),
        *("tolower", "toupper", "tostring", "tointeger", "tofloat", "trim"),
        *("substring", "left", "right", "split"),
        *("abs", "ceil", "floor", "round", "sign", "sqrt", "log", "exp"),
        "shortestpath",
    }
)
"""In small letters. None of them makes more than it is given: ``range`` and ``replace`` would."""

READING_RULES = frozenset(
    {
        *("script", "query", "regularQuery", "singleQuery", "singlePartQ", "multiPartQ"),
        *("readingStatement", "matchSt", "unwindSt", "withSt", "returnSt"),
        *("skipSt", "limitSt", "orderSt", "orderItem"),
        *("projectionBody", "projectionItems", "projectionItem"),
        *("where", "patternWhere", "pattern", "patternPart", "patternElem", "patternElemChain"),
        *("nodePattern", "nodeLabels", "properties", "mapLit", "mapPair"),
        *("relationshipPattern", "relationDetail", "relationshipTypes", "rangeLit"),
        *("relationshipsChainPattern", "expression", "xorExpression", "andExpression"),
        *("notExpression", "comparisonExpression", "comparisonSigns", "addSubExpression"),
        *("multDivExpression", "powerExpression", "unaryAddSubExpression", "atomicExpression"),
        *("listExpression", "stringExpression", "stringExpPrefix", "nullExpression"),
        *("propertyOrLabelExpression", "propertyExpression", "expressionChain", "atom"),
        *("parenthesizedExpression", "functionInvocation", "invocationName", "countAll"),
        *(
            "filterWith",
            "filterExpression",
            "subqueryExist",
            "caseExpression",
            "parameter",
            "literal",
        ),
        *("boolLit", "numLit", "stringLit", "charLit", "listLit"),
        *("name", "symbol", "reservedWord"),
    }
)
"""Names of the grammar's rules. Whatever is not here is refused, known or not."""

WRITING_RULES = frozenset(
    {
        *("updatingStatement", "createSt", "mergeSt", "mergeAction"),
        *("setSt", "setItem", "deleteSt", "removeSt", "removeItem"),
    }
)
CALLING_RULES = frozenset({"standaloneCall", "queryCallSt", "yieldItems", "yieldItem"})

LONGEST_TEXT = 4000
MOST_STEPS = 6
"""Steps of a link followed repeatedly; without a limit one hub would lead to the whole map."""
MOST_WITHS = 6
MOST_PLUSES = 12
"""Joining texts again and again doubles them each time: few enough to stay small."""
MOST_UNWOUND = 200
"""Rows that written lists make when each is taken apart for each row of the one before."""
DEEPEST = 24
"""Brackets within brackets."""
