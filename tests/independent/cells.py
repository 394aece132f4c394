"""Reads CSV files and their cells by the rules of data/README.md."""

import csv
import datetime
import re
import unicodedata


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


class Remembered(dict):
    """What a column's cells say, by their text: the same texts come again and again."""

    def __init__(self, read):
        super().__init__()
        self.read = read

    def __missing__(self, raw):
        blank = raw.strip().strip(INVISIBLE).strip() == ""
        value = self[raw] = None if blank else self.read(raw)
        return value


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
