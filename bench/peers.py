"""NPS by month and branch in another engine, timed: `peers.py ENGINE ANSWERS.parquet EXPECTED.csv`.

Prints one JSON line with the engine's version, then one with `ms` for every line read from standard input.
The rows of the first run are checked against the answer sheet, so that nobody is fast by being wrong.
"""

import csv
import json
import sys
import time
from collections.abc import Callable
from pathlib import Path

Row = tuple[str, str, float, int]
Engine = tuple[str, Callable[[], list[Row]]]

SQL = """
select {month} as month, attr_branch,
       100.0 * (sum(case when score >= 9 then 1 else 0 end) - sum(case when score <= 6 then 1 else 0 end)) / count(score) as nps,
       count(score) as n
from {table} where kind = 'nps' group by 1, 2 order by 1, 2
"""


def duckdb_engine(parquet: Path) -> Engine:
    import duckdb

    connection = duckdb.connect()
    # Three times as fast as date_trunc on a time with a zone, which goes through ICU; we compare with the best.
    query = SQL.format(month="date_trunc('month', make_timestamp(epoch_us(occurred_at)))", table=f"read_parquet('{parquet}')")
    return duckdb.__version__, lambda: [(str(m), str(b), float(nps), int(n)) for m, b, nps, n in connection.execute(query).fetchall()]


def chdb_engine(parquet: Path) -> Engine:
    import chdb

    query = SQL.format(month="toStartOfMonth(occurred_at, 'UTC')", table=f"file('{parquet}', Parquet)")

    def run() -> list[Row]:
        found = csv.reader(chdb.query(query, "CSV").bytes().decode().splitlines())
        return [(m, b, float(nps), int(n)) for m, b, nps, n in found]

    return str(chdb.engine_version), run


def polars_engine(parquet: Path) -> Engine:
    import polars as pl

    score = pl.col("score")
    nps = 100.0 * ((score >= 9).sum().cast(pl.Int64) - (score <= 6).sum().cast(pl.Int64)) / score.count()
    plan = (
        pl.scan_parquet(parquet)
        .filter(pl.col("kind") == "nps")
        .group_by(pl.col("occurred_at").dt.truncate("1mo").alias("month"), pl.col("attr_branch"))
        .agg(nps.alias("nps"), score.count().alias("n"))
        .sort("month", "attr_branch")
    )
    return pl.__version__, lambda: [(str(m), b, float(nps), int(n)) for m, b, nps, n in plan.collect().iter_rows()]


def check(rows: list[Row], expected: Path) -> None:
    sheet = list(csv.DictReader(expected.open()))
    if len(rows) != len(sheet):
        raise SystemExit(f"{len(rows)} rows, {len(sheet)} expected")
    for (month, branch, nps, n), line in zip(rows, sheet, strict=True):
        count = int(line["count"])
        right = 100 * (int(line["promoters"]) - int(line["detractors"])) / count
        if not (month.startswith(line["month"]) and branch == line["branch"] and n == count and abs(nps - right) < 1e-6):
            raise SystemExit(f"found {month}, {branch}, {nps}, {n}; expected {line}")


def main() -> None:
    name, parquet, expected = sys.argv[1], Path(sys.argv[2]), Path(sys.argv[3])
    engines = {"duckdb": duckdb_engine, "chdb": chdb_engine, "polars": polars_engine}
    version, run = engines[name](parquet)
    print(json.dumps({"version": version}), flush=True)
    checked = False
    for _ in sys.stdin:
        begun = time.perf_counter()
        rows = run()
        took = (time.perf_counter() - begun) * 1000
        if not checked:
            check(rows, expected)
            checked = True
        print(json.dumps({"ms": took}), flush=True)


if __name__ == "__main__":
    main()
