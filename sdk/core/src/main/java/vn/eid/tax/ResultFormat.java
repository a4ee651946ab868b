package vn.eid.tax;

/** How results are written. */
enum ResultFormat {
  CSV,
  NDJSON;

  ResultLines lines() {
    return this == CSV ? new CsvResultLines() : new JsonResultLines();
  }

  /** What stands before the first result. */
  byte[] header() {
    return this == CSV ? CsvResultLines.header() : new byte[0];
  }
}
