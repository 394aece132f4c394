"""The subset of YAML in which the tables beside this file are written."""

import json
import re


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


def read_yaml(path):
    """What a file says; a YamlError where it is not of the subset."""
    with open(path, encoding="utf-8") as file:
        return Block(file.read()).whole()
