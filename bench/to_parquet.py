"""Writes the answers of a generated CSV as Parquet, in the columns of Nabz's table `answers`: `to_parquet.py CSV PARQUET`.

Only used when `nabz sql --format parquet` cannot. Streams, so that ten million answers need little memory.
"""

import sys

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.csv as pacsv
import pyarrow.parquet as pq

SHARED = {"id": "response_id", "channel": "channel", "language": "language", "branch": "attr_branch", "plan": "attr_plan", "country": "attr_country"}
TYPES = {"id": pa.string(), "time": pa.timestamp("us", "UTC"), "score": pa.float64(), "why": pa.string()}


def answers(batch: pa.RecordBatch, column: str, kind: str) -> pa.Table:
    """The answers to one question: rows in which it is blank give none."""
    table = pa.Table.from_batches([batch])
    table = table.filter(pc.and_(pc.is_valid(table[column]), pc.not_equal(table[column].cast(pa.string()), "")))
    rows = table.num_rows
    columns = {name: table[source] for source, name in SHARED.items()}
    columns["occurred_at"] = table["time"]
    columns["survey"] = pa.array(["bench"] * rows)
    columns["question"] = pa.array([column] * rows)
    columns["kind"] = pa.array([kind] * rows)
    columns["score"] = table["score"] if kind == "nps" else pa.nulls(rows, pa.float64())
    columns["text"] = table["why"] if kind == "text" else pa.nulls(rows, pa.string())
    return pa.table(columns)


def main() -> None:
    source, target = sys.argv[1:]
    reader = pacsv.open_csv(source, read_options=pacsv.ReadOptions(block_size=32 << 20), convert_options=pacsv.ConvertOptions(column_types=TYPES))
    writer: pq.ParquetWriter | None = None
    for batch in reader:
        for column, kind in (("score", "nps"), ("why", "text")):
            table = answers(batch, column, kind)
            writer = writer or pq.ParquetWriter(target, table.schema, compression="zstd")
            writer.write_table(table)
    if writer:
        writer.close()


if __name__ == "__main__":
    main()
