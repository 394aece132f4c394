"""What data/README.md says of the logs, the registers and the delivery slip."""

import json
import os
import re


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
        self.key, self.carried = [], []

    @property
    def dated(self):
        return self.field(self.dated_by)

    @property
    def keys(self):
        """The columns that tell one row from another."""
        return [self.field(name) for name in self.key]

    def field(self, name):
        return next(column.field for column in self.columns.values() if column.name == name)


class Carried:
    """Which rows of a log are carried over until they are closed, by a line 结转 of the dictionary."""

    def __init__(self, table, line):
        rows, span = r"结转：(?:每一行|(不?)满足 `(.+?)` 的行)", r"，从 `(.+?)`.*?到 `(.+?)`(?:（[^）]*）)?"
        told = re.match(rows + span + "(?:，满足 `(.+?)` 的还没有办结)?[；。]", line)
        self.other = told.group(1) == "不"
        self.where, self.unfinished = (json.loads(each) if each else None for each in (told.group(2), told.group(5)))
        self.opened, self.closed = told.group(3), told.group(4)


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
            key = re.match(r"同一行由(.+)唯一确定", line)
            if key:
                table.key = key.group(1).split("、")
            if line.startswith("结转："):
                table.carried.append(Carried(table, line))
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
