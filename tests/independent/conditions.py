"""Conditions on rows: `{ column: value }`, compiled once into a test of a row's cells."""

from cells import register_of

COMPARED = {
    "less": lambda a, b: a < b,
    "notLess": lambda a, b: a >= b,
    "more": lambda a, b: a > b,
    "notMore": lambda a, b: a <= b,
}


def compares(condition):
    return isinstance(condition, dict) and next(iter(condition)) in COMPARED


def compiled(ledger, table, conditions):
    """A test whether a row's cells meet conditions: all of a set, or of one set of several. Without conditions all do."""
    if isinstance(conditions, list):
        tests = [compiled(ledger, table, each) for each in conditions]
        return lambda cells: any(test(cells) for test in tests)
    tests = [one(ledger, table, key, condition) for key, condition in (conditions or {}).items()]
    if len(tests) == 1:
        return tests[0]
    return lambda cells: all(test(cells) for test in tests)


def one(ledger, table, key, condition):
    field, _, attribute = key.partition(".")
    if compares(condition):
        (test, other), = condition.items()
        return lambda cells: compared(COMPARED[test], cells[field], cells[other])
    if attribute == "":
        test = tested(named(ledger, table, field, condition))
        return lambda cells: test(cells[field])
    register = ledger.tables[register_of(table.columns[field], ledger.tables)[0]]
    test = tested(named(ledger, register, attribute, condition))
    entries = ledger.registers[register.id][2]
    return lambda cells: test(None if cells[field] is None else entries[cells[field]].cells[attribute])


def named(ledger, table, field, condition):
    """The condition with entries of registers by their ids: the tables here name them by the plan's words."""
    refers = register_of(table.columns[field], ledger.names)
    if refers is None or isinstance(condition, dict):
        return condition
    find = ledger.names[refers[0]].find
    return [find(each) for each in condition] if isinstance(condition, list) else find(condition)


def compared(test, value, other):
    return value is not None and other is not None and isinstance(value, str) == isinstance(other, str) and test(value, other)


def tested(condition):
    if isinstance(condition, list):
        wanted = frozenset(condition)
        return lambda value: value in wanted
    if not isinstance(condition, dict):
        return lambda value: value == condition
    (test, wanted), = condition.items()
    if test == "is":
        return lambda value: (value is None) == (wanted == "empty")
    if test == "not":
        return lambda value: value not in wanted
    if test == "atLeast":
        return lambda value: isinstance(value, (int, float)) and value >= wanted
    if test == "atMost":
        return lambda value: isinstance(value, (int, float)) and value <= wanted
    raise ValueError("condition " + test)
