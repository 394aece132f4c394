"""The rows of all logs and registers, when they came in, where they belong, and what was due."""

import calendar
import datetime
import functools
import os
import re

from cells import Names, Remembered, Unreadable, cell_reader, register_of, sheet
from conditions import compiled
from dictionary import read_dictionary


class Row:
    def __init__(self, file, line, cells, place):
        self.file, self.line, self.cells, self.place = file, line, cells, place


class Handed:
    """What came in for one log in one month: the rows of the month, and those that continue what earlier months left open."""

    def __init__(self, state, rows, carried):
        self.state, self.rows, self.carried = state, rows, carried


class Cases:
    """Which rows of a log are to be brought to an end, and which of them are not at a day."""

    def __init__(self, ledger, log):
        self.keys = log.keys
        self.kinds = [
            (each, compiled(ledger, log, each.where), compiled(ledger, log, each.unfinished) if each.unfinished else None)
            for each in log.carried
        ]

    def key(self, row):
        return tuple(row.cells[field] for field in self.keys)

    def open(self, cells, day):
        """Whether a row waits for its end when a day ends."""
        for kind, meant, unfinished in self.kinds:
            if meant(cells) != kind.other:
                end = cells[kind.closed]
                return end is None or end[:10] > day or unfinished is not None and unfinished(cells)
        return False


PLACES = "locations"


class Ledger:
    def __init__(self, root):
        self.root, self.readers = root, {}
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
        self.tables = {table.name: table for table, _, _ in self.registers.values()}
        self.placing = {table.id: self.leads_to_place(table) for _, table in tables}
        self.special = {row.cells["date"]: row.cells["kind"] for row in self.entries("calendar")}
        folders = sorted(each for each in os.listdir(os.path.join(root, "data")) if re.fullmatch(r"\d{4}-(0[1-9]|1[0-2])", each))
        self.months = months_between(folders[0], folders[-1])
        self.cases = {log.id: Cases(self, log) for log in self.logs.values() if log.carried}
        self.until = self.told_until(self.months[-1])
        self.handed = {month: self.read_month(month) for month in self.months}
        self.before = {}
        for log in self.cases:
            self.follow(log)
        self.scheduled = {}

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
        rows = self.read_rows("data/registers/" + register.path, register)
        fields = self.spelled[register.name]
        for row in rows:
            for field in fields:
                if row.cells[field] is not None:
                    names.add(str(row.cells[field]), row.cells[fields[0]])
        self.registers[register.id] = (register, rows, {row.cells[fields[0]]: row for row in rows})

    def entries(self, register):
        return self.registers[register][1]

    def entry(self, table, field, value):
        """The entry of a register that a cell names, with its table; None where the column names none."""
        refers = register_of(table.columns[field], self.names)
        if refers is None or refers[0] not in self.tables or value is None:
            return None
        register = self.tables[refers[0]]
        return register, self.registers[register.id][2][value].cells

    def leads_to_place(self, table):
        """The column of a table that says where a row belongs: its place, or else an area or device that lies at one; or None."""
        refers = {field: (register_of(column, self.tables) or [None])[0] for field, column in table.columns.items()}
        placed = [field for field, name in refers.items() if name is not None]
        direct = [field for field in placed if self.tables[refers[field]].id == PLACES]
        through = [field for field in placed if self.leads_to_place(self.tables[refers[field]]) is not None]
        return next(iter(direct + through), None)

    def place_of(self, table, cells):
        field = self.placing.get(table.id)
        value = None if field is None else cells[field]
        if value is None:
            return None
        register, entry = self.entry(table, field, value)
        return value if register.id == PLACES else self.place_of(register, entry)

    def read_rows(self, file, table):
        fields, found = sheet(os.path.join(self.root, file), table)
        readers = [None if field is None else (field, self.reader(table, field)) for field in fields]
        required = [column.field for column in table.columns.values() if column.required]
        blank = dict.fromkeys(table.columns)
        where = getattr(self, "placing", {}).get(table.id)
        places, rows = {}, []
        for line, raw in found:
            cells = dict(blank)
            for reader, cell in zip(readers, raw):
                if reader is not None:
                    try:
                        cells[reader[0]] = reader[1][cell]
                    except (Unreadable, ValueError) as error:
                        raise Unreadable("%s:%d %s：%s" % (file, line, reader[0], error))
            for field in required:
                if cells[field] is None:
                    raise Unreadable("%s:%d %s为空" % (file, line, field))
            at = None if where is None else cells[where]
            if at not in places:
                places[at] = None if at is None else self.place_of(table, cells)
            rows.append(Row(file, line, cells, places[at]))
        return rows

    def reader(self, table, field):
        if (table.id, field) not in self.readers:
            self.readers[table.id, field] = Remembered(cell_reader(table.columns[field], self.names))
        return self.readers[table.id, field]

    def read_month(self, month):
        folder = "data/%s/" % month
        if not os.path.isdir(os.path.join(self.root, folder)):
            return {}
        handed = {}
        for line in self.read_rows(folder + self.slip.path, self.slip):
            log = self.logs[line.cells["log"]]
            exists = os.path.exists(os.path.join(self.root, folder + log.path))
            rows = self.read_rows(folder + log.path, log) if exists else []
            carried = [row for row in rows if log.carried and row.cells[log.dated][:7] < month]
            own = [row for row in rows if row not in carried]
            sound = len(rows) == line.cells["rows"] and not self.gaps(log, month, own)
            handed[log.id] = Handed("complete" if sound else "incomplete", own, carried)
        for log in self.logs.values():
            if log.confirms is not None:
                self.confirm(handed, log)
        return handed

    def told_until(self, month):
        """The logs of which a month is told to a day only, with that day. Only the last month may still be under way."""
        lines = [line.cells for line in self.read_rows("data/%s/%s" % (month, self.slip.path), self.slip)]
        told = {line["log"]: line["through"] for line in lines if line["through"] is not None}
        listed = {line["log"] for line in lines}
        return {log: told.get(log, min(told.values())) for log in self.logs if told and (log in told or log not in listed)}

    def under_way(self, log, month):
        return month == self.months[-1] and log in self.until

    def end(self, log, month):
        """The last day of a month, or of what a log tells of a month under way."""
        return self.until[log] if self.under_way(log, month) else last_day(month)

    def heard(self, log):
        """The last day of which anything can have come in of a log."""
        month = self.months[-1]
        if self.under_way(log, month) and self.state(log, month) == "absent":
            return (datetime.date.fromisoformat(month + "-01") - datetime.timedelta(days=1)).isoformat()
        return self.end(log, month)

    def told_to(self):
        """The last day of which every file of the last month tells."""
        return min(self.until.values(), default=last_day(self.months[-1]))

    def newest(self):
        """The last month that is over."""
        return self.months[-2 if self.until else -1]

    def follow(self, log):
        """Finds where each carried row was last, and the months that left out what was still open."""
        cases, last, left = self.cases[log], {}, set()
        for month in self.months:
            handed = self.handed[month].get(log)
            written = [] if handed is None else handed.rows + handed.carried
            keys = {cases.key(row) for row in written}
            if handed is not None and left - keys:
                handed.state = "incomplete"
            for row in [] if handed is None else handed.carried:
                self.before[row] = last.get(cases.key(row))
            last.update((cases.key(row), (month, row)) for row in written)
            left = (left - keys) | {cases.key(row) for row in written if cases.open(row.cells, self.end(log, month))}

    def open(self, log, cells, day):
        return log in self.cases and self.cases[log].open(cells, day)

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
        handed = self.handed[month].get(log)
        return "absent" if handed is None else handed.state

    def rows(self, log, month):
        """The rows that belong to a month."""
        handed = self.handed[month].get(log)
        return [] if handed is None else handed.rows

    def carried(self, log, month):
        """The rows in a month's file that continue what earlier months left open."""
        handed = self.handed[month].get(log)
        return [] if handed is None else handed.carried

    def due(self, log, month):
        """Every entry of the schedule for a log with each of its slots in a month."""
        if (log, month) not in self.scheduled:
            entries = [row.cells for row in self.entries("schedule") if row.cells["log"] == log]
            self.scheduled[log, month] = [
                (entry, slot)
                for entry in entries
                for slot in slots(entry["frequency"], month, self.special)
                if not self.under_way(log, month) or slot[1] <= self.end(log, month)
                for day in [min(slot[1], last_day(month))]
                if entry["from"] <= day and (entry["to"] is None or day <= entry["to"])
            ]
        return self.scheduled[log, month]

    def served(self, place, month):
        """Whether a place is served in a month, by the dates of the register."""
        entry = self.registers[PLACES][2][place].cells
        return entry["from"][:7] <= month and (entry["to"] is None or month <= entry["to"][:7])


# ------------------------------------------------------------------------------------------------------------------- time


def months_between(first, last):
    at, end = [tuple(int(part) for part in month.split("-")) for month in (first, last)]
    found = []
    while at <= end:
        found.append("%04d-%02d" % at)
        at = (at[0] + at[1] // 12, at[1] % 12 + 1)
    return found


@functools.cache
def last_day(month):
    year, number = (int(part) for part in month.split("-"))
    return "%s-%02d" % (month, calendar.monthrange(year, number)[1])


def days_of(month):
    first = datetime.date.fromisoformat(month + "-01")
    return [first + datetime.timedelta(days=at) for at in range(int(last_day(month)[8:]))]


def minutes(earlier, later):
    a, b = (datetime.datetime.fromisoformat(each if "T" in each else each + "T00:00") for each in (earlier, later))
    return (b - a) // datetime.timedelta(minutes=1)


MINUTES = {"min": 1, "h": 60, "d": 1440}


SPANS = {"每月": 1, "每两月": 2, "每季度": 3, "每半年": 6, "每年": 12}


def slots(frequency, month, special):
    days = days_of(month)
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
        return [((day - week).isoformat(), (day + week).isoformat()) for day in thursdays]
    if frequency == "每半月":
        return [(whole[0], month + "-15"), (month + "-16", whole[1])]
    if frequency in SPANS:
        year, last, span = month[:4], int(month[5:]), SPANS[frequency]
        return [("%s-%02d-01" % (year, last - span + 1), whole[1])] if last % span == 0 else []
    raise Unreadable("频次 " + frequency)
