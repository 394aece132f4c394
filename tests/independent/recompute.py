#!/usr/bin/env python3
"""Recomputes every verdict of every month and compares it with the published JSON.

    python3 tests/independent/recompute.py <project root> <dist folder> [<folder in place of dist/api/compliance>]

Written from data/README.md (the dictionary and its section 计算规则) alone, with nothing but the standard library, and in
another language, so that a fault of the site's own code cannot hide in its check. Reads data/, the measures and targets
in content/indicators/*.mdx, and the JSON twins. Exit code 1 on any difference, or when nothing was compared.
"""

import calendar
import csv
import datetime
import glob
import json
import os
import re
import sys
import unicodedata
from fractions import Fraction

# ---------------------------------------------------------------------------------------------- YAML of the frontmatter


class YamlError(Exception):
    pass


def plain_scalar(text):
    if text in ("", "~", "null", "Null", "NULL"):
        return None
    if text in ("true", "True", "TRUE"):
        return True
    if text in ("false", "False", "FALSE"):
        return False
    if re.fullmatch(r"[-+]?[0-9]+", text):
        return int(text)
    if re.fullmatch(r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?", text):
        return float(text)
    if text[0] in "&*!|>%@`":
        raise YamlError("not of the subset: " + text)
    return text


def quoted_end(text, start):
    """Index after the quoted scalar that begins at start."""
    quote, at = text[start], start + 1
    while at < len(text):
        if quote == '"' and text[at] == "\\":
            at += 2
        elif text[at] == quote:
            if quote == "'" and text[at : at + 2] == "''":
                at += 2
            else:
                return at + 1
        else:
            at += 1
    raise YamlError("unclosed quote: " + text)


def unquote(text):
    return json.loads(text) if text[0] == '"' else text[1:-1].replace("''", "'")


class Flow:
    """{ a: 1, b: [x, "y"] } on one line."""

    def __init__(self, text):
        self.text, self.at = text, 0

    def whole(self):
        value = self.value()
        self.blanks()
        if self.at != len(self.text):
            raise YamlError("text after a value: " + self.text)
        return value

    def blanks(self):
        while self.at < len(self.text) and self.text[self.at] == " ":
            self.at += 1

    def peek(self):
        self.blanks()
        return self.text[self.at : self.at + 1]

    def value(self):
        first = self.peek()
        if first == "{":
            return dict(self.items("}", self.pair))
        if first == "[":
            return list(self.items("]", self.value))
        if first in ('"', "'") and first != "":
            return unquote(self.quoted())
        return plain_scalar(self.plain())

    def items(self, closing, read):
        self.at += 1
        while self.peek() != closing:
            yield read()
            if self.peek() == ",":
                self.at += 1
            elif self.peek() != closing:
                raise YamlError("expected , or " + closing + ": " + self.text)
        self.at += 1

    def pair(self):
        key = unquote(self.quoted()) if self.peek() in ('"', "'") else self.plain()
        if self.peek() != ":":
            raise YamlError("expected a colon: " + self.text)
        self.at += 1
        return key, self.value()

    def quoted(self):
        start, self.at = self.at, quoted_end(self.text, self.at)
        return self.text[start : self.at]

    def plain(self):
        start = self.at
        while self.at < len(self.text) and self.text[self.at] not in ",{}[]" and not self.colon():
            self.at += 1
        return self.text[start : self.at].strip()

    def colon(self):
        return self.text[self.at] == ":" and self.text[self.at + 1 : self.at + 2] in ("", " ", ",", "}", "]")


def without_comment(line):
    at = 0
    while at < len(line):
        if line[at] in "\"'" and (at == 0 or line[at - 1] in " [{,"):
            at = quoted_end(line, at)
        elif line[at] == "#" and (at == 0 or line[at - 1] in " \t"):
            return line[:at]
        else:
            at += 1
    return line


class Block:
    """Block maps and lists by indentation."""

    def __init__(self, text):
        cut = [without_comment(line).rstrip() for line in text.split("\n")]
        self.lines = [(len(line) - len(line.lstrip(" ")), line.strip()) for line in cut if line.strip() != ""]
        self.at = 0

    def whole(self):
        value = self.value(0)
        if self.at != len(self.lines):
            raise YamlError("cannot read: " + self.lines[self.at][1])
        return value

    def here(self, indent):
        return self.at < len(self.lines) and self.lines[self.at][0] == indent

    def is_item(self):
        text = self.lines[self.at][1]
        return text == "-" or text.startswith("- ")

    def value(self, least):
        if self.at == len(self.lines) or self.lines[self.at][0] < least:
            return None
        indent = self.lines[self.at][0]
        return self.items(indent) if self.is_item() else self.pairs(indent)

    def items(self, indent):
        found = []
        while self.here(indent) and self.is_item():
            text = self.lines[self.at][1]
            rest = text[1:].lstrip(" ")
            if rest == "":
                self.at += 1
                found.append(self.value(indent + 1))
            elif rest[0] not in "{[" and self.split(rest) is not None:
                inner = indent + len(text) - len(rest)
                self.lines[self.at] = (inner, rest)
                found.append(self.pairs(inner))
            else:
                self.at += 1
                found.append(self.scalar(rest))
        return found

    def pairs(self, indent):
        found = {}
        while self.here(indent) and not self.is_item():
            parts = self.split(self.lines[self.at][1])
            if parts is None or parts[0] in found:
                raise YamlError("not a new key: " + self.lines[self.at][1])
            self.at += 1
            key, rest = parts
            if rest != "":
                found[key] = self.scalar(rest)
            elif self.here(indent) and self.is_item():
                found[key] = self.items(indent)
            else:
                found[key] = self.value(indent + 1)
        return found

    @staticmethod
    def split(text):
        if text[0] in "\"'":
            end = quoted_end(text, 0)
            return (unquote(text[:end]), text[end + 1 :].strip()) if text[end : end + 1] == ":" else None
        match = re.match(r"([^\s{}\[\],#][^{}\[\]]*?):(?: +(.*))?$", text)
        return (match.group(1), (match.group(2) or "").strip()) if match else None

    @staticmethod
    def scalar(text):
        return Flow(text).whole() if text[0] in "{[\"'" else plain_scalar(text)


def frontmatter(path):
    with open(path, encoding="utf-8-sig", newline=None) as file:
        lines = file.read().split("\n")
    if lines[0].rstrip() != "---":
        raise YamlError(path + ": no frontmatter")
    end = next(at for at in range(1, len(lines)) if lines[at].rstrip() == "---")
    try:
        return Block("\n".join(lines[1:end])).whole()
    except YamlError as error:
        raise YamlError(path + ": " + str(error))


# ------------------------------------------------------------------------------------- the dictionary in data/README.md


class Column:
    def __init__(self, name, headings, required, words):
        self.name, self.headings, self.required, self.words = name, [name] + headings, required, words
        self.field = headings[0]
        self.unit = (re.findall(r"，单位([^，]*)", words) or [""])[0]


class Table:
    """A log, a register, or the delivery slip, as the dictionary describes it."""

    def __init__(self, name, path):
        self.name, self.path = name, path
        self.id = os.path.basename(path)[: -len(".csv")]
        self.columns = {}
        self.dated_by = None
        self.first = None
        self.confirms = None

    @property
    def dated(self):
        return self.field(self.dated_by)

    def field(self, name):
        return next(column.field for column in self.columns.values() if column.name == name)


def read_dictionary(path):
    tables, table = [], None
    with open(path, encoding="utf-8") as file:
        lines = file.read().split("\n")
    for line in lines:
        heading = re.match(r"#{2,3} (.+?) `(?:registers/)?(.+\.csv)`$", line)
        if heading:
            kind = "register" if "`registers/" in line else "log"
            table = Table(heading.group(1), heading.group(2))
            tables.append(("slip" if table.id == "delivery" else kind, table))
        elif line.startswith("#"):
            table = None
        elif table is not None and line.startswith("| ") and not line.startswith(("| 列名", "| ---")):
            cells = [cell.strip().replace("\\|", "|") for cell in re.split(r"(?<!\\)\|", line)[1:-1]]
            column = Column(cells[0], cells[1].replace("`", "").split("、"), cells[2] == "必填", cells[3])
            table.columns[column.field] = column
        elif table is not None:
            dated = re.search(r"；按(.+)归入月份", line)
            if dated:
                table.dated_by = dated.group(1)
            recheck = re.match(r"复查：第一次的结果看 `(.+?)`", line)
            if recheck:
                table.first = recheck.group(1)
            confirms = re.match(r"核对：`(.+?)`.*?写的是 `(.+?)`.*?；核对的台账：(.*)$", line)
            if confirms:
                table.confirms = (confirms.group(2), confirms.group(1), re.findall(r"`(.+?)`", confirms.group(3)))
    return tables


# -------------------------------------------------------------------------------------------------- reading CSV and cells


class Unreadable(Exception):
    pass


INVISIBLE = "\u200b\u200c\u200d\u2060\ufeff"


def tidy(text):
    return "".join(each for each in unicodedata.normalize("NFKC", text) if not each.isspace() and each not in INVISIBLE)


def header_key(text):
    return re.sub(r"\(.*\)$", "", re.sub(r"\*$", "", tidy(text))).lower()


def decode(data):
    marks = ((b"\xef\xbb\xbf", "utf-8"), (b"\xff\xfe", "utf-16-le"), (b"\xfe\xff", "utf-16-be"))
    for mark, encoding in marks:
        if data.startswith(mark):
            return data[len(mark) :].decode(encoding)
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return data.decode("gb18030")


def sheet(path, table):
    """Field positions of the header, and (line, cells) of every row that is not blank."""
    with open(path, "rb") as file:
        text = decode(file.read()).replace("\r\n", "\n").replace("\r", "\n")
    skipped = 1 if re.match(r'"?sep=[,;\t]"?\n', text, re.I) else 0
    lines = [line + "\n" for line in text.split("\n")][skipped:]
    names = {}
    for column in table.columns.values():
        names.update((header_key(heading), column.field) for heading in column.headings)

    def split(delimiter):
        reader = csv.reader(lines, delimiter=delimiter, strict=True)
        before = 0
        for cells in reader:
            yield before + 1 + skipped, cells
            before = reader.line_num

    def fields(delimiter):
        return [names.get(header_key(cell)) for cell in next(split(delimiter))[1]]

    best = max(",\t;", key=lambda delimiter: sum(field is not None for field in fields(delimiter)))
    rows = [(line, cells) for line, cells in split(best) if any(cell.strip() != "" for cell in cells)]
    return fields(best), rows[1:]


DATE_FORMS = (r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})", r"(\d{4})年(\d{1,2})月(\d{1,2})日", r"(\d{4})(\d{2})(\d{2})")


def read_date(raw):
    text = re.sub(r"[\sT]+0?0:00(:00)?$", "", unicodedata.normalize("NFKC", raw).strip())
    for form in DATE_FORMS:
        match = re.fullmatch(form, tidy(text))
        if match:
            return datetime.date(*(int(part) for part in match.groups())).isoformat()
    raise Unreadable("日期 " + raw)


def read_moment(raw):
    match = re.fullmatch(r"(.+?)[\sT]+(\d{1,2}):(\d{2})(:00)?", unicodedata.normalize("NFKC", raw).strip())
    if match is None or int(match.group(2)) > 23 or int(match.group(3)) > 59:
        raise Unreadable("时间 " + raw)
    return "%sT%02d:%s" % (read_date(match.group(1)), int(match.group(2)), match.group(3))


def read_number(raw, unit):
    text = tidy(raw)
    if unit != "" and text.endswith(tidy(unit)):
        text = text[: -len(tidy(unit))]
    if re.fullmatch(r"-?\d{1,3}(,\d{3})+(\.\d+)?", text):
        text = text.replace(",", "")
    if re.fullmatch(r"-?(0|[1-9]\d*)", text):
        return int(text)
    if re.fullmatch(r"-?(0|[1-9]\d*)\.\d+", text):
        return float(text)
    raise Unreadable("数字 " + raw)


def choice_words(words):
    match = re.match(r"(.*?)(?:（也认：(.*)）)?$", words)
    known = {}
    for word in match.group(1).split("、"):
        known[word] = known[tidy(word)] = word
    for pair in (match.group(2) or "").split("、"):
        if pair != "":
            alias, word = pair.rsplit("＝", 1)
            known[tidy(alias)] = word
    return known


class Names:
    """The texts by which entries of a register may be named."""

    def __init__(self):
        self.ids, self.doubled = {}, set()

    def add(self, text, entry):
        key = tidy(text)
        if self.ids.setdefault(key, entry) != entry:
            self.doubled.add(key)

    def find(self, raw):
        key = tidy(raw)
        if key in self.doubled or key not in self.ids:
            raise Unreadable("引用 " + raw)
        return self.ids[key]


def register_of(column, registers):
    """The name of the register to which a column refers, and its columns that name an entry; None for other columns."""
    match = re.match("(%s)的(.+)$" % "|".join(re.escape(name) for name in registers), column.words)
    return (match.group(1), match.group(2).split("或")) if match else None


def cell_reader(column, names):
    words = column.words
    if words.startswith("日期和时间"):
        return read_moment
    if words.startswith("日期"):
        return read_date
    if words.startswith(("整数", "数字，")):
        return lambda raw: read_number(raw, column.unit)
    if words == "文字":
        return str.strip
    if words.startswith("编号，"):
        return lambda raw: re.sub("^'", "", tidy(raw))
    refers = register_of(column, names)
    if refers is not None:
        return names[refers[0]].find
    known = choice_words(words)

    def read_choice(raw):
        word = known.get(raw, known.get(tidy(raw)))
        if word is None:
            raise Unreadable("取值 " + raw)
        return word

    return read_choice


class Row:
    def __init__(self, file, line, cells):
        self.file, self.line, self.cells = file, line, cells


def read_rows(root, file, table, names):
    fields, found = sheet(os.path.join(root, file), table)
    readers = [None if field is None else cell_reader(table.columns[field], names) for field in fields]
    rows = []
    for line, raw in found:
        cells = dict.fromkeys(table.columns)
        for field, read, cell in zip(fields, readers, raw):
            if read is None or cell.strip().strip(INVISIBLE).strip() == "":
                continue
            try:
                cells[field] = read(cell)
            except (Unreadable, ValueError) as error:
                raise Unreadable("%s:%d %s：%s" % (file, line, field, error))
        for column in table.columns.values():
            if column.required and cells[column.field] is None:
                raise Unreadable("%s:%d %s为空" % (file, line, column.name))
        rows.append(Row(file, line, cells))
    return rows


# ------------------------------------------------------------------------------------------------------------- the ledger


class Handed:
    """What came in for one log in one month."""

    def __init__(self, state, rows):
        self.state, self.rows = state, rows


class Ledger:
    def __init__(self, root):
        self.root = root
        tables = read_dictionary(os.path.join(root, "data", "README.md"))
        self.slip = next(table for kind, table in tables if kind == "slip")
        self.logs = {table.id: table for kind, table in tables if kind == "log"}
        self.names = {"台账": Names()}
        for log in self.logs.values():
            self.names["台账"].add(log.id, log.id)
            self.names["台账"].add(log.name, log.id)
        self.registers = {}
        registers = [table for kind, table in tables if kind == "register"]
        self.spelled = self.spellings([table for _, table in tables], registers)
        for register in registers:
            self.read_register(register)
        self.special = {row.cells["date"]: row.cells["kind"] for row in self.entries("calendar")}
        folders = sorted(each for each in os.listdir(os.path.join(root, "data")) if re.fullmatch(r"\d{4}-(0[1-9]|1[0-2])", each))
        self.months = months_between(folders[0], folders[-1])
        self.handed = {month: self.read_month(month) for month in self.months}

    @staticmethod
    def spellings(tables, registers):
        """For each register, the columns by which the dictionary lets its entries be named."""
        known = {register.name: register for register in registers}
        spelled = {register.name: [next(iter(register.columns))] for register in registers}
        for table in tables:
            for column in table.columns.values():
                refers = register_of(column, known)
                if refers is not None:
                    spelled[refers[0]] = [known[refers[0]].field(name) for name in refers[1]]
        return spelled

    def read_register(self, register):
        names = Names()
        # Registered before its rows are read so that a reference to it is told from a choice; it has no entries yet.
        self.names[register.name] = names
        rows = read_rows(self.root, "data/registers/" + register.path, register, self.names)
        fields = self.spelled[register.name]
        for row in rows:
            for field in fields:
                if row.cells[field] is not None:
                    names.add(str(row.cells[field]), row.cells[fields[0]])
        self.registers[register.id] = (register, rows, {row.cells[fields[0]]: row for row in rows})

    def entries(self, register):
        return self.registers[register][1]

    def read_month(self, month):
        folder = "data/%s/" % month
        if not os.path.isdir(os.path.join(self.root, folder)):
            return {}
        handed = {}
        for line in read_rows(self.root, folder + self.slip.path, self.slip, self.names):
            log = self.logs[line.cells["log"]]
            exists = os.path.exists(os.path.join(self.root, folder + log.path))
            rows = read_rows(self.root, folder + log.path, log, self.names) if exists else []
            sound = len(rows) == line.cells["rows"] and not self.gaps(log, month, rows)
            handed[log.id] = Handed("complete" if sound else "incomplete", rows)
        for log in self.logs.values():
            if log.confirms is not None:
                self.confirm(handed, log)
        return handed

    @staticmethod
    def confirm(handed, log):
        """A log of which somebody else counted another number of rows, or none, is not complete."""
        field, count, confirmed = log.confirms
        lines = handed[log.id].rows if log.id in handed else []
        for each in confirmed:
            if each in handed:
                told = [line.cells[count] for line in lines if line.cells[field] == each]
                if told == [] or told[0] != len(handed[each].rows):
                    handed[each].state = "incomplete"

    @staticmethod
    def gaps(log, month, rows):
        for column in log.columns.values():
            if "每月从 001 起连续" not in column.words:
                continue
            series = {}
            for row in rows:
                name, stamp, number = row.cells[column.field].split("-")
                if stamp == month.replace("-", ""):
                    series.setdefault(name, set()).add(int(number))
            if any(numbers != set(range(1, max(numbers) + 1)) for numbers in series.values()):
                return True
        return False

    def state(self, log, month):
        return self.handed[month][log].state if log in self.handed[month] else "absent"

    def look(self, table, cells, key):
        """The cell that a condition's key names; area.kind reads the entry to which area refers."""
        field, _, attribute = key.partition(".")
        value = cells[field]
        if attribute == "" or value is None:
            return value
        name = register_of(table.columns[field], self.names)[0]
        _, _, by_id = next(each for each in self.registers.values() if each[0].name == name)
        return by_id[value].cells[attribute]

    def satisfies(self, table, cells, conditions):
        return all(self.holds(table, cells, key, condition) for key, condition in (conditions or {}).items())

    def holds(self, table, cells, key, condition):
        value = self.look(table, cells, key)
        if isinstance(condition, dict) and set(condition) & set(COMPARED):
            (test, other), = condition.items()
            return compared(test, value, cells[other])
        return holds(condition, value)

    def satisfies_any(self, table, cells, alternatives):
        sets = alternatives if isinstance(alternatives, list) else [alternatives]
        return any(self.satisfies(table, cells, conditions) for conditions in sets)


def same(a, b):
    return isinstance(a, str) == isinstance(b, str) and a == b


COMPARED = ("less", "notLess", "more", "notMore")


def compared(test, value, other):
    if value is None or other is None or isinstance(value, str) != isinstance(other, str):
        return False
    return {"less": value < other, "notLess": value >= other, "more": value > other, "notMore": value <= other}[test]


def holds(condition, value):
    if isinstance(condition, list):
        return any(same(each, value) for each in condition)
    if not isinstance(condition, dict):
        return value is not None and same(condition, value)
    (test, wanted), = condition.items()
    if test == "is":
        return (value is None) == (wanted == "empty")
    if test == "not":
        return not any(same(each, value) for each in wanted)
    if value is None or isinstance(value, str):
        return False
    return {"atLeast": value >= wanted, "atMost": value <= wanted}[test]


# ------------------------------------------------------------------------------------------------------------------- time


def months_between(first, last):
    at, end = [tuple(int(part) for part in month.split("-")) for month in (first, last)]
    found = []
    while at <= end:
        found.append("%04d-%02d" % at)
        at = (at[0] + at[1] // 12, at[1] % 12 + 1)
    return found


def last_day(month):
    year, number = (int(part) for part in month.split("-"))
    return "%s-%02d" % (month, calendar.monthrange(year, number)[1])


def minutes(earlier, later):
    a, b = (datetime.datetime.fromisoformat(each if "T" in each else each + "T00:00") for each in (earlier, later))
    return (b - a) // datetime.timedelta(minutes=1)


MINUTES = {"min": 1, "h": 60, "d": 1440}


def slots(frequency, month, special):
    days = [datetime.date.fromisoformat("%s-%02d" % (month, day + 1)) for day in range(int(last_day(month)[8:]))]
    whole = (days[0].isoformat(), days[-1].isoformat())
    if frequency == "每日":
        return [(day.isoformat(), day.isoformat()) for day in days]
    if frequency == "每工作日":
        usual = {"节假日": False, "调休上班": True}
        texts = [(day.isoformat(), day.weekday() < 5) for day in days]
        return [(text, text) for text, weekday in texts if usual.get(special.get(text), weekday)]
    if frequency == "每周":
        week = datetime.timedelta(days=3)
        thursdays = [day for day in days if day.isoweekday() == 4]
        return [(max(day - week, days[0]).isoformat(), min(day + week, days[-1]).isoformat()) for day in thursdays]
    if frequency == "每月":
        return [whole]
    if frequency == "每季度":
        return [whole] if int(month[5:]) % 3 == 0 else []
    raise Unreadable("频次 " + frequency)


# --------------------------------------------------------------------------------------------------------------- measures


class Tally:
    """Numerator and denominator with the rows and the unmet slots behind them."""

    def __init__(self):
        self.numerator, self.denominator, self.rows, self.due = 0, 0, [], []
        # How many cases have no outcome, and how many were looked at.
        self.unknown, self.seen = 0, 0

    def row(self, row, how, numerator=0, denominator=0):
        self.rows.append((row.file, row.line, how))
        self.numerator += numerator
        self.denominator += denominator
        self.unknown += how == "unknown"
        self.seen += how in ("pass", "fail")

    def add(self, other):
        self.numerator += other.numerator
        self.denominator += other.denominator
        self.rows += other.rows
        self.due += other.due
        self.unknown += other.unknown
        self.seen += other.seen


def number(value):
    return value if not isinstance(value, str) else None


def looked_at(measure):
    """The conditions of the rows at which a measure looks."""
    among = measure["kind"] == "count" and measure["events"] == "unwanted" and not measure.get("seenBy")
    return measure.get("among" if among else "where")


class Measuring:
    """One measure on one log's rows of one month."""

    def __init__(self, ledger, measure, month):
        self.ledger, self.measure, self.month = ledger, measure, month
        self.log = ledger.logs[measure["log"]]
        self.total, self.things = Tally(), set()

    def run(self):
        handed = self.ledger.handed[self.month].get(self.log.id)
        if handed is None:
            return self.total
        where = looked_at(self.measure)
        chosen = [row for row in handed.rows if self.test(row, where)]
        if self.measure["kind"] == "coverage":
            self.coverage(chosen)
            return self.total
        judge = getattr(self, self.measure["kind"].replace("-", "_"))
        for row in chosen:
            if self.any_of(row, "exclude"):
                self.total.row(row, "excluded")
            elif self.any_of(row, "open"):
                self.total.row(row, "unknown")
            else:
                judge(row)
        for row in handed.rows:
            if self.hidden(row, where):
                self.total.row(row, "unknown")
        return self.total

    def hidden(self, row, where):
        """Whether a blank cell of a column that may be blank leaves open whether the row meets the conditions."""
        blank = [key for key, condition in (where or {}).items() if self.may_hide(key, condition) and row.cells[key] is None]
        others = {key: condition for key, condition in (where or {}).items() if key not in blank}
        return blank != [] and self.test(row, others)

    def may_hide(self, key, condition):
        told = isinstance(condition, dict) and ("is" in condition or "not" in condition)
        return key in self.log.columns and not self.log.columns[key].required and not told

    def test(self, row, conditions):
        return self.ledger.satisfies(self.log, row.cells, conditions)

    def any_of(self, row, name):
        return any(self.test(row, each["where"]) for each in self.measure.get(name, []))

    def share(self, row):
        good = self.ledger.satisfies_any(self.log, row.cells, self.measure["pass"])
        self.total.row(row, "pass" if good else "fail", int(good), 1)

    def within(self, row):
        start, end = row.cells[self.measure["from"]], row.cells[self.measure["to"]]
        if start is None:
            self.total.row(row, "unknown")
            return
        limits = [each for each in self.measure["limits"] if self.in_force(each, row, start)]
        if limits == []:
            self.total.row(row, "excluded")
            return
        limit = max(limits, key=lambda each: each.get("since", ""))
        allowed = limit["max"] * MINUTES[limit["unit"]]
        took = self.took(start, end)
        if end is None and took <= allowed:
            self.total.row(row, "unknown")
        else:
            self.total.row(row, "pass" if took <= allowed else "fail", int(took <= allowed), 1)

    def took(self, start, end):
        """Minutes from one moment to another, or to the end of the month where there is no end yet."""
        return minutes(start, last_day(self.month)) + 1440 if end is None else minutes(start, end)

    def in_force(self, limit, row, start):
        return limit.get("since", "") <= start and self.test(row, limit.get("where"))

    def sum_share(self, row):
        part, whole = (number(row.cells[self.measure[each]]) for each in ("numerator", "denominator"))
        if part is None or whole is None:
            self.total.row(row, "unknown")
            return
        faultless = whole if self.measure["faultless"] == "all" else 0
        self.total.row(row, "pass" if part == faultless else "fail", part, whole)

    def mean(self, row):
        of = self.measure["of"]
        if isinstance(of, str):
            value, ended = number(row.cells[of]), True
        else:
            start, end = row.cells[of["from"]], row.cells[of["to"]]
            value, ended = None if start is None else self.took(start, end), end is not None
        if value is None:
            self.total.row(row, "unknown")
        else:
            self.total.row(row, "pass" if ended else "unknown", value, 1)

    def side(self, row):
        of = self.measure
        unwanted = of["as"] == "numerator" and of.get("events") == "unwanted"
        thing = row.cells[of["each"]] if "each" in of else None
        if "each" in of and thing is None and not unwanted:
            self.total.row(row, "unknown")
            return
        counts = thing is None or thing not in self.things
        self.things.add(thing)
        self.total.row(row, "fail" if unwanted else "pass", *[int(counts and of["as"] == each) for each in ("numerator", "denominator")])

    def count(self, row):
        if self.test(row, self.measure.get("where")):
            self.total.row(row, {"wanted": "pass", "unwanted": "fail"}[self.measure["events"]], 1)
        else:
            self.total.row(row, "unknown" if self.hidden(row, self.measure.get("where")) else "pass")

    def coverage(self, chosen):
        used = set()
        for entry, slot in self.due():
            found = [row for row in chosen if row.line not in used and self.fits(row, entry, slot)]
            counting = [row for row in found if not self.any_of(row, "exclude")]
            if found == []:
                self.total.denominator += 1
                self.total.due.append((entry, slot))
            elif counting != []:
                used.update(row.line for row in counting)
                self.occurrence(counting)
        for row in chosen:
            if row.line not in used:
                self.total.row(row, "excluded")

    def occurrence(self, rows):
        asked = self.measure.get("done") or {}
        asked = asked if isinstance(asked, list) else [asked]
        looked = rows
        if self.log.first is not None and any(key.split(".")[0] == self.log.first for each in asked for key in each):
            # A recheck does not count without a decision, and no indicator states one.
            looked = [min(rows, key=lambda row: (row.cells[self.log.dated][:10], row.line))]
        done = [row for row in looked if self.ledger.satisfies_any(self.log, row.cells, self.measure.get("done"))]
        taken = (done or looked)[0]
        self.total.row(taken, "pass" if done else "fail", int(done != []), 1)
        for row in rows:
            if row is not taken:
                self.total.row(row, "excluded")

    def due(self):
        schedule = self.ledger.registers["schedule"][0]
        for row in self.ledger.entries("schedule"):
            entry = row.cells
            if entry["log"] == self.log.id and self.ledger.satisfies(schedule, entry, self.measure.get("due")):
                for slot in slots(entry["frequency"], self.month, self.ledger.special):
                    if entry["from"] <= slot[1] and (entry["to"] is None or slot[1] <= entry["to"]):
                        yield entry, slot

    def fits(self, row, entry, slot):
        pairs = [(row.cells[field], entry[other]) for field, other in self.measure["match"].items()]
        return slot[0] <= row.cells[self.log.dated][:10] <= slot[1] and all((a or "") == (b or "") for a, b in pairs)


# --------------------------------------------------------------------------------------------------- targets and verdicts


def period_of(target, month):
    """The id and the calendar months of the target's period in which a month lies."""
    year, at = month[:4], int(month[5:])
    if target["period"] == "month":
        return month, [month]
    if target["period"] == "year":
        return year, months_between(year + "-01", year + "-12")
    quarter = (at + 2) // 3
    first = "%s-%02d" % (year, quarter * 3 - 2)
    return "%s-Q%d" % (year, quarter), months_between(first, "%s-%02d" % (year, quarter * 3))


def target_in(targets, day):
    valid = [target for target in targets if target["from"] <= day]
    return dict({"period": "month"}, **max(valid, key=lambda target: target["from"])) if valid else None


def exact(number):
    return Fraction(repr(number))


def reached(kind, tally, target):
    """Whether the unrounded value satisfies the target; None when there is nothing to compare."""
    goal = exact(target["value"]) * MINUTES.get(target["unit"], 1)
    if kind == "count":
        value = exact(tally.numerator)
    elif tally.denominator == 0:
        return False if tally.numerator > 0 and target["operator"] in ("<=", "<") else None
    else:
        value = exact(tally.numerator) / exact(tally.denominator) * (1 if kind == "mean" else 100)
    tests = {">=": value >= goal, "<=": value <= goal, "==": value == goal, ">": value > goal, "<": value < goal}
    return tests[target["operator"]]


def summands(measure):
    return measure["of"] if measure["kind"] == "sum" else [measure]


def parts_of(indicator):
    """Name, measure, targets and figure of every part of an indicator."""
    measure = indicator["measure"]
    if measure["kind"] == "all-of":
        return [(each["name"], each["measure"], each["targets"], None) for each in measure["parts"]]
    return [(indicator["name"], measure, indicator.get("targets", []), indicator.get("figure"))]


class Rounds:
    """All measures of all indicators: what each adds up to in a month, with what nobody wrote down on the rounds that were due."""

    def __init__(self, ledger, indicators):
        self.ledger, self.made, self.missing = ledger, {}, {}
        self.coverages = {}
        for indicator in indicators:
            of = [one for _, measure, _, _ in parts_of(indicator) for one in summands(measure)]
            self.coverages[indicator["id"]] = [one for one in of if one["kind"] == "coverage"]

    def rows(self, measure, month):
        """What the rows of the measure's own log add up to."""
        key = (id(measure), month)
        if key not in self.made:
            self.made[key] = Measuring(self.ledger, measure, month).run()
        return self.made[key]

    def tally(self, measure, month):
        """The same, with what was looked at and what was missed on the rounds that bear on it."""
        tally = Tally()
        tally.add(self.rows(measure, month))
        if self.ledger.handed[month].get(measure["log"]) is None:
            return tally
        tally.unknown += sum(
            any(self.bears_on(says, measure) for says in asked) for asked in self.missed(measure["log"], month).values()
        )
        for seer in self.seers(measure):
            seen = self.rows(seer, month)
            tally.unknown += len(seen.due)
            tally.seen += seen.seen
        return tally

    def seers(self, measure):
        return [seer for each in measure.get("seenBy", []) for seer in self.coverages.get(each, [])]

    def missed(self, log, month):
        """For every round of a log of which no row speaks, what its row would have said for each measure that asks for one."""
        if (log, month) not in self.missing:
            found = self.missing[log, month] = {}
            for measure in [each for of in self.coverages.values() for each in of if each["log"] == log]:
                fixed = {key: value for key, value in (measure.get("where") or {}).items() if not isinstance(value, (list, dict))}
                for entry, slot in self.rows(measure, month).due:
                    asked = dict(fixed, **{key: entry[of] for key, of in measure["match"].items()})
                    found.setdefault((entry["id"], slot[0]), []).append(asked)
        return self.missing[log, month]

    def bears_on(self, says, measure):
        if measure["kind"] == "coverage":
            return False
        if measure["kind"] == "count" and (measure["events"] != "unwanted" or measure.get("seenBy")):
            return False
        if measure["kind"] == "side" and (measure["as"] != "numerator" or measure.get("events") != "unwanted"):
            return False
        return self.may_meet(says, measure, measure.get("where")) and self.may_meet(says, measure, looked_at(measure))

    def may_meet(self, says, measure, conditions):
        def known(key, condition):
            compares = isinstance(condition, dict) and set(condition) & set(COMPARED)
            return key.split(".")[0] in says and not compares

        asked = {key: condition for key, condition in (conditions or {}).items() if known(key, condition)}
        return self.ledger.satisfies(self.ledger.logs[measure["log"]], says, asked)


class Part:
    """One part of an indicator, judged in one month."""

    def __init__(self, name, measure, targets, figure, month, rounds):
        self.name, self.kind, self.figure = name, summands(measure)[0]["kind"], figure
        self.measure, self.unknown = measure, None
        self.target = target_in(targets, last_day(month))
        self.judged, months = period_of(self.target, month) if self.target else (month, [month])
        early = months[-1] != month
        if early:
            self.judged, months = month, [month]
        months = [each for each in months if each in rounds.ledger.months]
        self.tally = Tally()
        for each in months:
            for one in summands(measure):
                self.tally.add(rounds.tally(one, each))
        own = {one["log"] for one in summands(measure)}
        elsewhere = {seer["log"] for one in summands(measure) for seer in rounds.seers(one)} - own
        states = [[rounds.ledger.state(log, each) for each in months for log in logs] for logs in (own, elsewhere)]
        self.verdict = "not-applicable" if figure is None and (self.target is None or early) else self.judge(*states)

    def judge(self, own, elsewhere):
        if set(own) == {"absent"}:
            return "no-data"
        if set(own) != {"complete"}:
            return "incomplete"
        if self.target is None:
            return "not-applicable"
        observed = self.observed()
        if observed is not False and not set(elsewhere) <= {"complete"}:
            return "incomplete"
        self.unknown = self.tally.unknown or None
        if observed is False:
            return "missed"
        if self.tally.unknown == 0:
            return "not-applicable" if observed is None else "met"
        kept = observed and self.bounded() and all(reached(self.kind, each, self.target) for each in self.extremes())
        return "met" if kept else "incomplete"

    def observed(self):
        """Whether what is known satisfies the target; None when there is nothing to compare, or nobody looked."""
        unwanted = self.kind == "count" and self.measure["events"] == "unwanted"
        if unwanted and self.tally.numerator == 0 and self.tally.seen == 0:
            return None
        return reached(self.kind, self.tally, self.target)

    def extremes(self):
        """The tallies if all cases without an outcome went one way or the other."""
        for more in (0, self.tally.unknown):
            tally = Tally()
            tally.numerator = self.tally.numerator + more
            tally.denominator = self.tally.denominator + self.tally.unknown
            yield tally

    def bounded(self):
        return not any(one["kind"] in ("mean", "sum-share") for one in summands(self.measure))

    def numbers(self):
        """Value, numerator and denominator; without data there is no number."""
        numerator, denominator = self.tally.numerator, self.tally.denominator
        if self.verdict == "no-data":
            return None, None, None
        if self.kind == "count":
            return numerator, numerator, None
        scaled = numerator if self.kind == "mean" else numerator * 100
        return (scaled / denominator if denominator else None), numerator, denominator

    def published(self):
        """The part as the JSON has it, as far as the rules speak of it."""
        value, numerator, denominator = self.numbers()
        unit = (self.figure or "") if self.target is None else self.target["unit"]
        if self.verdict != "no-data" and self.kind != "count":
            unit = "%" if self.kind != "mean" else "min" if unit == "" or unit in MINUTES else unit
        fields = ("operator", "value", "unit", "period", "from")
        return {
            "name": self.name,
            "verdict": self.verdict,
            "value": value,
            "numerator": numerator,
            "denominator": denominator,
            "unit": unit,
            "target": None if self.target is None else {field: self.target[field] for field in fields},
            "judged": self.judged,
            "excluded": sum(how == "excluded" for _, _, how in self.tally.rows),
            "unknown": self.unknown,
        }


def joined(verdicts):
    for verdict in ("missed", "no-data", "incomplete", "met"):
        if verdict in verdicts:
            return verdict
    return "not-applicable"


# --------------------------------------------------------------------------------------------------------- the comparison

TOP = ("value", "numerator", "denominator", "unit")


def expected(indicator, month, rounds):
    parts = [Part(*part, month, rounds) for part in parts_of(indicator)]
    published = [part.published() for part in parts]
    result = {"id": indicator["id"], "month": month, "verdict": joined([part.verdict for part in parts])}
    result.update({field: published[0][field] for field in TOP} if len(parts) == 1 else dict.fromkeys(TOP, None), parts=published)
    if len(parts) > 1:
        result["unit"] = ""
    result["rows"] = sorted((at,) + row for at, part in enumerate(parts) for row in part.tally.rows)
    due = [(at, entry, slot) for at, part in enumerate(parts) for entry, slot in part.tally.due]
    result["due"] = sorted(((at, entry["id"], entry["location"]) + slot for at, entry, slot in due), key=repr)
    return result


def plainly(twin):
    """The JSON twin in the shape of our own result."""
    rows = sorted((row["part"], row["file"], row["line"], row["counted"]) for row in twin["rows"])
    due = [(due["part"], due["schedule"], due["location"], due["from"], due["to"]) for due in twin["due"] if due["counted"] == "fail"]
    parts = [dict(part, unknown=told_unknown(part["reasons"])) for part in twin["parts"]]
    return dict(twin, parts=parts, rows=rows, due=sorted(due, key=repr))


def told_unknown(reasons):
    """Of how many cases the reasons of a verdict say that their outcome is not there; None where they say nothing of it."""
    told = [re.match(r"(?:另有)?(\d+)项没有", reason) for reason in reasons]
    return next((int(match.group(1)) for match in told if match), None)


def differences(ours, theirs, place):
    """Every place at which the published result says something else than ours."""
    if isinstance(ours, dict) and isinstance(theirs, dict):
        for key in ours:
            yield from differences(ours[key], theirs.get(key, "(absent)"), place + " " + key)
    elif place.endswith((" rows", " due")):
        for missing in [each for each in ours if each not in set(theirs)]:
            yield "%s: %s is not published" % (place, missing)
        for extra in [each for each in theirs if each not in set(ours)]:
            yield "%s: %s is published, not recomputed" % (place, extra)
        if len(ours) != len(theirs):
            yield "%s: %d recomputed, %d published" % (place, len(ours), len(theirs))
    elif isinstance(ours, list) and isinstance(theirs, list) and len(ours) == len(theirs):
        for at, pair in enumerate(zip(ours, theirs)):
            yield from differences(pair[0], pair[1], "%s %d" % (place, at))
    elif ours != theirs:
        yield "%s: recomputed %s, published %s" % (place, json.dumps(ours, ensure_ascii=False), json.dumps(theirs, ensure_ascii=False))


def main(root, api):
    ledger = Ledger(root)
    indicators = [frontmatter(path) for path in sorted(glob.glob(os.path.join(root, "content", "indicators", "*.mdx")))]
    measured = [indicator for indicator in indicators if indicator["measure"] is not None]
    published = {os.path.relpath(path, api) for path in glob.glob(os.path.join(api, "*", "*.json"))}
    rounds = Rounds(ledger, measured)
    compared, different = 0, 0
    for month in ledger.months:
        for indicator in measured:
            file = os.path.join(month, indicator["id"] + ".json")
            place = "%s %s" % (month, indicator["id"])
            if file in published:
                published.remove(file)
                compared += 1
                with open(os.path.join(api, file), encoding="utf-8") as text:
                    found = list(differences(expected(indicator, month, rounds), plainly(json.load(text)), place))
            else:
                found = [place + ": not published"]
            different += len(found)
            for each in found:
                print(each)
    for file in sorted(published):
        different += 1
        print(file + ": published, not recomputed")
    print("%d results compared, %d differences" % (compared, different))
    return 0 if compared > 0 and different == 0 else 1


if __name__ == "__main__":
    if len(sys.argv) not in (3, 4):
        sys.exit(__doc__)
    sys.exit(main(sys.argv[1], sys.argv[3] if len(sys.argv) == 4 else os.path.join(sys.argv[2], "api", "compliance")))
