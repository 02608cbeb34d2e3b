"""Exports of a survey with every kind of question, read by the programs that they are made for.

`cargo xtask test` runs this with a Python that has requirements.txt; NABZ_BINARY names the built program.
"""

import csv
import datetime
import io
import json
import os
import subprocess
import tempfile
import unittest
import urllib.request
from pathlib import Path

import openpyxl
import pyarrow.parquet
import pyreadstat

BINARY = os.environ["NABZ_BINARY"]
LONG = "خیلی خوب بود، ممنون. " * 400
FORMULA = '=HYPERLINK("https://example.com")'


def words(en, fa=None):
    return {"en": en, "fa": fa} if fa else {"en": en}


def options(*keys, other=None):
    made = [{"key": key, "label": words(key.title(), "گزینهٔ " + key)} for key in keys]
    return made + ([{"key": other, "label": words("Other", "دیگر"), "other": True}] if other else [])


def question(key, kind, **more):
    return {"key": key, "kind": kind, "title": words(f"About {key}", f"دربارهٔ {key}")} | more


FOOD = options("bins", "staff", "food")
ROWS = options("salt", "heat")
SURVEY = {
    "languages": ["en", "fa"],
    "title": words("Visit", "بازدید"),
    "questions": [
        question("nps", "nps", low=words("Not at all", "هرگز"), high=words("Surely", "حتماً")),
        question("clean", "csat"),
        question("effort", "ces"),
        question("product", "psat"),
        question("stars", "rating", scale={"from": 1, "to": 7}),
        question("slide", "slider"),
        question("best", "choice", options=options("bins", "staff", other="else")),
        question("seen", "choices", options=options("bins", "staff", other="other")),
        question("branch", "dropdown", options=options("10", "20")),
        question("again", "yesno", options=options("yes", "no")),
        question("picture", "image", options=FOOD),
        question("rank", "ranking", options=FOOD),
        question("one", "matrix", rows=ROWS, options=FOOD),
        question("many", "matrix", rows=ROWS, options=FOOD, cells="choices"),
        question("rate", "matrix", rows=ROWS, cells="rating", scale={"from": 1, "to": 5}),
        question("say", "matrix", rows=ROWS, cells="text"),
        question("dual", "matrix", rows=ROWS, options=FOOD, second=options("low", "high"), cells="dual"),
        question("share", "sum", options=FOOD),
        question("ends", "bestworst", options=FOOD),
        question("why", "text"),
        question("age", "number"),
        question("when", "date"),
        question("clock", "time"),
        question("mail", "email"),
        question("call", "phone"),
        question("who", "contact", rows=[{"key": "name", "label": words("Name", "نام")}]),
        question("agree", "consent", options=options("yes")),
        question("origin", "hidden"),
        question("read", "statement"),
        question("with", "text"),
    ],
}
ANSWERS = {
    "nps": 9, "clean": 4, "effort": 2, "product": 5, "stars": 7, "slide": 63,
    "best": {"choice": "else", "other": "The view"},
    "seen": {"choices": ["bins", "other"], "other": "A cat"},
    "branch": "20", "again": "no", "picture": "food",
    "rank": ["food", "bins", "staff"],
    "one": {"salt": "staff"},
    "many": {"heat": ["bins", "food"]},
    "rate": {"salt": 2, "heat": 5},
    "say": {"salt": "too much"},
    "dual": {"salt": ["food", "high"]},
    "share": {"bins": 30, "staff": 70},
    "ends": {"best": "food", "worst": "bins"},
    "why": LONG, "age": 41.5, "when": "2026-11-22", "clock": "09:30",
    "mail": "ada@example.com", "call": "+46 8 123 456", "who": {"name": "Ada"}, "agree": "yes",
    "with": FORMULA,
}  # fmt: skip
# What a reader of SPSS or Stata finds for r-1, by the key of the answer.
NUMBERS = {
    "nps": 9, "clean": 4, "effort": 2, "product": 5, "stars": 7, "slide": 63,
    "best": 3, "seen[bins]": 1, "seen[staff]": 0, "seen[other]": 1, "branch": 20, "again": 2, "picture": 3,
    "rank[bins]": 2, "rank[staff]": 3, "rank[food]": 1, "one[salt]": 2,
    "many[heat][bins]": 1, "many[heat][staff]": 0, "many[heat][food]": 1, "rate[salt]": 2, "rate[heat]": 5,
    "dual[salt][1]": 3, "dual[salt][2]": 2, "share[bins]": 30, "share[staff]": 70,
    "ends[best]": 3, "ends[worst]": 1, "age": 41.5, "agree": 1,
}  # fmt: skip
TEXTS = {
    "best[other]": "The view", "seen[other][text]": "A cat", "say[salt]": "too much", "why": LONG.strip(),
    "clock": "09:30", "mail": "ada@example.com", "who[name]": "Ada", "with": FORMULA,
}  # fmt: skip


class Nabz:
    """A server on a folder of its own."""

    def __init__(self, survey):
        self.folder = tempfile.TemporaryDirectory(prefix="nabz-exports-")
        self.env = os.environ | {"NABZ_LANG": "en", "NABZ_LOG__LEVEL": "warn"}
        self.data = str(Path(self.folder.name) / "data")
        definition = Path(self.folder.name) / "survey.json"
        definition.write_text(json.dumps(survey))
        self.run("survey", "define", "visit", str(definition))
        self.run("survey", "publish", "visit")
        self.key = self.run("key", "add", "--scope", "responses").decode().strip()
        command = [BINARY, "serve", "--port", "0", "--data", self.data]
        self.server = subprocess.Popen(
            command, env=self.env, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True
        )
        self.url = self.server.stdout.readline().strip()

    def run(self, *words, code=0):
        done = subprocess.run([BINARY, *words, "--data", self.data], env=self.env, capture_output=True, check=False)
        if done.returncode != code:
            raise AssertionError(f"{words}: {done.returncode}\n{done.stderr.decode()}")
        return done.stdout or done.stderr

    def send(self, responses):
        request = urllib.request.Request(
            f"{self.url}/api/v1/surveys/visit/responses",
            json.dumps(responses).encode(),
            {"Authorization": f"Bearer {self.key}", "Content-Type": "application/json"},
        )
        with urllib.request.urlopen(request) as answer:
            return json.load(answer)

    def export(self, form, *more):
        path = Path(self.folder.name) / f"visit.{form}"
        path.write_bytes(self.run("export", "--survey", "visit", "--format", form, "--personal-data", *more))
        return str(path)

    def stop(self):
        self.server.terminate()
        self.server.wait()
        self.server.stdout.close()
        self.folder.cleanup()


def table(path, read):
    """Columns of a statistics file as dictionaries, and what it says about them."""
    values, meta = read(path, output_format="dict")
    return {name: list(column) for name, column in values.items()}, meta


class Exports(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.nabz = Nabz(SURVEY)
        first = {
            "id": "r-1", "answers": ANSWERS, "contact": "guest-7", "language": "fa", "touchpoint": "till",
            "occurred_at": "2026-11-22T09:30:00Z", "attributes": {"Branch": "Söder", "Visits": 3, "Member": True},
        }  # fmt: skip
        second = {"id": "r-2", "answers": {"nps": 0}, "occurred_at": "2026-11-22T10:30:00Z"}
        for result in cls.nabz.send([first, second]):
            assert "code" not in result, result

    @classmethod
    def tearDownClass(cls):
        cls.nabz.stop()

    def check_statistics(self, form, read, bracket):
        def named(key):
            name = key.replace("[", bracket).replace("]", "")
            return "v_with" if key == "with" else name

        rows, meta = table(self.nabz.export(form, "--language", "fa"), read)
        self.assertEqual(meta.number_rows, 2)
        self.assertEqual(meta.file_label, "بازدید")
        for key, number in NUMBERS.items():
            self.assertEqual(rows[named(key)][0], number, key)
        for key, text in TEXTS.items():
            self.assertEqual(rows[named(key)][0], text, key)
        self.assertEqual(rows["id"], ["r-1", "r-2"])
        self.assertEqual(rows["nps"][1], 0)
        for key in ["clean", "best", "seen[bins]", "age"]:
            self.assertTrue(rows[named(key)][1] is None or rows[named(key)][1] != rows[named(key)][1], key)
        began = rows["started_at"][0]
        self.assertEqual(str(began)[:19].replace("T", " "), "2026-11-22 09:30:00")
        self.assertEqual(str(rows["when"][0])[:10], "2026-11-22")
        self.assertEqual((rows["attr_branch"][0], rows["attr_visits"][0]), ("Söder", 3))
        labels = meta.column_names_to_labels
        self.assertEqual(labels["nps"], "دربارهٔ nps")
        self.assertEqual(labels[named("rate[salt]")], "دربارهٔ rate – گزینهٔ salt")
        values = meta.variable_value_labels
        self.assertEqual(values["nps"], {0: "هرگز", 10: "حتماً"})
        self.assertEqual(values["best"], {1: "گزینهٔ bins", 2: "گزینهٔ staff", 3: "دیگر"})
        self.assertEqual(values["branch"], {10: "گزینهٔ 10", 20: "گزینهٔ 20"})
        self.assertNotIn("read", rows)
        return meta

    def test_spss(self):
        meta = self.check_statistics("sav", pyreadstat.read_sav, ".")
        self.assertEqual(meta.file_encoding, "UTF-8")
        self.assertEqual(meta.variable_measure["nps"], "scale")
        self.assertEqual(meta.variable_measure["clean"], "ordinal")
        self.assertEqual(meta.variable_measure["best"], "nominal")

    def test_stata(self):
        self.check_statistics("dta", pyreadstat.read_dta, "_")

    def test_csv(self):
        lines = list(csv.DictReader(io.StringIO(Path(self.nabz.export("csv")).read_text())))
        row = lines[0]
        self.assertEqual((row["id"], row["state"], row["nps"], row["best"]), ("r-1", "complete", "9", "else"))
        self.assertEqual((row["seen[bins]"], row["seen[staff]"], lines[1]["seen[bins]"]), ("1", "0", ""))
        self.assertEqual(row["with"], "'" + FORMULA)
        self.assertEqual((row["call"][0], row["attr_member"], row["when"]), ("'", "true", "2026-11-22"))
        worded = list(csv.reader(io.StringIO(Path(self.nabz.export("csv", "--labels", "--language", "fa")).read_text())))
        place = worded[0].index("دربارهٔ best")
        self.assertEqual(worded[1][place], "دیگر")

    def test_json(self):
        rows = json.loads(Path(self.nabz.export("json")).read_text())
        self.assertEqual((rows[0]["nps"], rows[0]["age"], rows[0]["why"]), (9, 41.5, LONG.strip()))
        self.assertIsNone(rows[1]["best"])
        self.assertEqual(set(rows[0]), set(rows[1]))

    def test_parquet(self):
        rows = pyarrow.parquet.read_table(self.nabz.export("parquet")).to_pylist()
        self.assertEqual((rows[0]["nps"], rows[0]["rank[food]"], rows[0]["best"]), (9, 1, "else"))
        self.assertEqual(rows[0]["when"], datetime.date(2026, 11, 22))
        self.assertEqual(rows[0]["started_at"].isoformat(), "2026-11-22T09:30:00+00:00")

    def test_xlsx(self):
        book = openpyxl.load_workbook(self.nabz.export("xlsx", "--language", "fa"))
        sheet, columns = book.worksheets
        head = [cell.value for cell in sheet[1]]
        row = dict(zip(head, sheet[2]))
        self.assertEqual((row["nps"].value, row["best"].value), (9, "else"))
        self.assertEqual(row["with"].value, FORMULA)
        self.assertEqual(row["with"].data_type, "s", "a text is never a formula")
        self.assertEqual(row["started_at"].value, datetime.datetime(2026, 11, 22, 9, 30))
        meanings = [[cell.value for cell in line] for line in columns.iter_rows(min_row=2)]
        self.assertIn(["best", None, "else", "دیگر"], meanings)
        self.assertIn(["nps", None, 10, "حتماً"], meanings)

    def test_tables_refuse_what_only_surveys_have(self):
        self.nabz.run("export", "answers", "--format", "sav", code=2)
        self.nabz.run("export", code=2)


class Anonymous(unittest.TestCase):
    def test_nobody_is_in_the_file(self):
        survey = SURVEY | {
            "anonymous": True,
            "questions": [q for q in SURVEY["questions"] if q["key"] in ("nps", "why", "picture", "mail")],
        }
        nabz = Nabz(survey)
        self.addCleanup(nabz.stop)

        def response(i):
            # One of seven is the only one who chose `food`.
            picture = "food" if i == 0 else "bins" if i < 7 else "staff"
            answers = {"nps": i % 11, "why": f"text {i}", "picture": picture, "mail": f"p{i}@example.com"}
            return {"id": f"r-{i}", "answers": answers, "attributes": {"Office": "Lund"}}

        nabz.send([response(i) for i in range(4)])
        said = nabz.run("export", "--survey", "visit", code=2)
        self.assertIn(b"5", said)
        nabz.send([response(i) for i in range(4, 13)])
        rows = json.loads(Path(nabz.export("json")).read_text())
        self.assertEqual(len(rows), 10, "steps of five")
        self.assertEqual(set(rows[0]), {"day", "nps", "picture", "why"})
        shared = {}
        for row in rows:
            shared[row["picture"], row["day"]] = shared.get((row["picture"], row["day"]), 0) + 1
        self.assertTrue(all(count >= 5 for count in shared.values()), shared)
        self.assertNotIn("food", {row["picture"] for row in rows})
        self.assertNotEqual([row["why"] for row in rows], [f"text {i}" for i in range(10)])


if __name__ == "__main__":
    unittest.main(verbosity=2)
