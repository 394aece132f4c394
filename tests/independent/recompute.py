#!/usr/bin/env python3
"""Recomputes what the site publishes and compares it with the published JSON.

    python3 tests/independent/recompute.py <project root> <dist folder> [<folder with some files in place of those of dist/api>]

Every indicator of both lists in every month with its rows, over every month, quarter, year and year to date, of the whole contract
and at every place; how every promise reads; every number of the weekly reports. Written from data/README.md (the dictionary and its
section 计算规则) with nothing but the standard library, and in another language, so that a fault of the site's own code cannot hide
in its check. Reads data/ and the tables beside this file, which stand apart from content/: measures.yaml was read entry by entry
against the plan's words, promises.yaml compared with a stranger's table by what each promise rests on, records.yaml tells the meaning
of the columns; nothing of content/ is read. Exit code 1 on any difference, or where nothing was compared.
"""

import glob
import json
import os
import re
import sys

sys.dont_write_bytecode = True

from ledger import Ledger
from measures import Rounds
from plain_yaml import read_yaml
from promises import Promises
from verdicts import BASES, Verdicts, months_of
from weeks import Weeks

VERDICTS = ("under-way", "met", "missed", "incomplete", "no-data", "not-applicable")


class Published:
    """The JSON of the site; what nobody asked for is left over."""

    def __init__(self, api, instead):
        self.api, self.instead = api, instead
        asked = ("compliance/*/*.json", "periods/*.json", "reports/*-W*.json", "commitments.json")
        found = [file for pattern in asked for file in glob.glob(os.path.join(api, pattern))]
        self.left = {os.path.relpath(file, api) for file in found}

    def read(self, file):
        """What a file says; None where it is not there."""
        if file not in self.left:
            return None
        self.left.remove(file)
        changed = None if self.instead is None else os.path.join(self.instead, file)
        with open(changed if changed and os.path.exists(changed) else os.path.join(self.api, file), encoding="utf-8") as text:
            return json.load(text)

    def periods(self):
        return sorted(os.path.basename(file)[: -len(".json")] for file in self.left if file.startswith("periods"))


# ------------------------------------------------------------------------------------------------- what is to be published


def evidence(verdicts, indicator, month):
    """An indicator in a month, with every row behind it and all that was due without one."""
    judged = verdicts.judge(indicator, month)
    tallies = [(at, tally) for at, each in enumerate(judged) for tally in each.part.tallies(each.months)]
    told = dict(verdicts.told(indicator, month), month=month)
    for part, each in zip(told["parts"], judged):
        part["reasoned"] = each.reasoned()
    again = {
        (at, row.file, row.line)
        for at, each in enumerate(judged)
        for one, before, row in each.part.told_again(each.months)
        if (row.file, row.line) in each.part.rounds.tally(one, before).waiting
    }
    rows = [(at, *row) for at, tally in tallies for row in tally.rows]
    told["rows"] = sorted(row for row in rows if not (row[3] == "unknown" and row[:3] in again))
    slots = [(at, "fail", *due) for at, tally in tallies for due in tally.due]
    slots += [(at, "unknown", *due) for at, tally in tallies for due in tally.open]
    told["due"] = sorted((at, entry["id"], entry["location"] or "", *slot, how) for at, how, entry, slot in slots)
    return told


def period(verdicts, name):
    """Every indicator over a period, as a whole and at every place."""
    told = {"period": name, "months": months_of(name), "indicators": {}}
    told["judged"] = [month for month in told["months"] if month in verdicts.ledger.months]
    for indicator in verdicts.parts:
        places = list(verdicts.places(indicator, name))
        whole = verdicts.told(indicator, name)
        told["indicators"][indicator] = dict(whole, locations={each: verdicts.told(indicator, name, each) for each in places})
    listed = [each for indicator, each in told["indicators"].items() if not indicator.startswith("sup.")]
    told["counts"] = {verdict: sum(each["verdict"] == verdict for each in listed) for verdict in VERDICTS}
    missed = [each["basis"] for each in listed if each["verdict"] == "missed"]
    told["missedBy"] = {basis: missed.count(basis) for basis in BASES}
    return told


# ----------------------------------------------------------------------------------------------- what is published, as plainly


def plain_evidence(twin):
    rows = sorted((row["part"], row["file"], row["line"], row["counted"]) for row in twin["rows"])
    due = sorted((due["part"], due["schedule"], due["location"] or "", due["from"], due["to"], due["counted"]) for due in twin["due"])
    return dict(twin, parts=[dict(part, reasoned=told_unknown(part["reasons"])) for part in twin["parts"]], rows=rows, due=due)


def told_unknown(reasons):
    """Of how many cases the reasons of a verdict say that their outcome is not there; None where they say nothing of it."""
    told = [re.match(r"(?:另有)?(\d+)项没有", reason) for reason in reasons]
    return next((int(match.group(1)) for match in told if match), None)


def plain_period(twin):
    placed = {each["id"]: each for each in twin["indicators"] + twin["supplementary"]}
    for each in placed.values():
        each["locations"] = {own["location"]: own for own in each["locations"]}
    return dict(twin, indicators=placed)


def plain_promises(twin):
    def proof(each, kind):
        return {own["id"]: own["verdict"] for link in each["proof"] if link["kind"] == kind for own in link["indicators"]}

    plain = [dict(each, proof={kind: proof(each, kind) for kind in ("whole", "part")}) for each in twin["commitments"]]
    return dict(twin, commitments={each["id"]: each for each in plain})


def plain_week(twin):
    fields = ("value", "numerator", "denominator", "unit")
    return {name: tuple(each[field] for field in fields) for name, each in twin["values"].items()}


# --------------------------------------------------------------------------------------------------------- the comparison

# Of these nothing may be missing and nothing more may be published.
WHOLE = ("weeks", "indicators", "locations", "commitments", "proof", "whole", "part")


def differences(ours, theirs, place, key=""):
    """Every place at which the published result says something else than ours."""
    if isinstance(ours, dict) and isinstance(theirs, dict):
        for each in ours:
            yield from differences(ours[each], theirs.get(each, "(absent)"), "%s %s" % (place, each), each)
        if key in WHOLE:
            for each in [each for each in theirs if each not in ours]:
                yield "%s %s: published, not recomputed" % (place, each)
    elif ours == theirs:
        return
    elif key in ("rows", "due"):
        for missing in sorted(set(ours) - set(theirs)):
            yield "%s: %s is not published" % (place, missing)
        for extra in sorted(set(theirs) - set(ours)):
            yield "%s: %s is published, not recomputed" % (place, extra)
        if len(ours) != len(theirs):
            yield "%s: %d recomputed, %d published" % (place, len(ours), len(theirs))
    elif isinstance(ours, list) and isinstance(theirs, list) and len(ours) == len(theirs):
        for at, pair in enumerate(zip(ours, theirs)):
            yield from differences(pair[0], pair[1], "%s %d" % (place, at))
    else:
        told = [json.dumps(each, ensure_ascii=False) for each in (ours, theirs)]
        yield "%s: recomputed %s, published %s" % (place, *told)


def compared(root, published):
    """Each file's kind with how many results it holds and its differences."""
    here = os.path.dirname(os.path.abspath(__file__))
    promises, records = (read_yaml(os.path.join(here, name)) for name in ("promises.yaml", "records.yaml"))
    table = read_yaml(os.path.join(here, "measures.yaml"))
    table["indicators"].sort(key=lambda each: each["id"] + ".")
    ledger = Ledger(root)
    verdicts = Verdicts(table, Rounds(ledger, table["indicators"]))

    def file(kind, name, count, ours, plain):
        twin = published.read(name)
        found = [name + ": not published"] if twin is None else list(differences(ours, plain(twin), name[: -len(".json")], kind))
        return kind, count, found

    for month in ledger.months:
        for indicator in verdicts.parts:
            name = "compliance/%s/%s.json" % (month, indicator)
            yield file("months", name, 1, evidence(verdicts, indicator, month), plain_evidence)
    for each in published.periods():
        ours = period(verdicts, each)
        count = sum(1 + len(indicator["locations"]) for indicator in ours["indicators"].values())
        yield file("periods", "periods/%s.json" % each, count, ours, plain_period)
    told = Promises(promises["promises"], verdicts).told(ledger.newest())
    yield file("promises", "commitments.json", len(told["commitments"]), told, plain_promises)
    weeks = Weeks(records, verdicts)
    for week in weeks.weeks():
        numbers = weeks.told(week)
        yield file("weeks", "reports/%s.json" % week[0], len(numbers), numbers, plain_week)


def main(root, dist, instead=None):
    published = Published(os.path.join(dist, "api"), instead)
    counts, different = {}, 0
    for kind, count, found in compared(root, published):
        counts[kind] = counts.get(kind, 0) + count
        different += len(found)
        for each in found:
            print(each)
    for file in sorted(published.left):
        different += 1
        print(file + ": published, not recomputed")
    print("%s; %d differences" % (", ".join("%s %d" % each for each in counts.items()), different))
    return 0 if all(counts.values()) and different == 0 else 1


if __name__ == "__main__":
    if len(sys.argv) not in (3, 4):
        sys.exit(__doc__)
    sys.exit(main(*sys.argv[1:]))
