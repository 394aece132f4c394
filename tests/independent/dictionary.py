"""What data/README.md says of the logs, the registers and the delivery slip."""

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
