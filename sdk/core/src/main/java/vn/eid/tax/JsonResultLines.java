package vn.eid.tax;

import java.time.ZoneOffset;
import java.util.List;
import vn.eid.TaxCode;
import vn.eid.internal.json.JsonLines;

/** Results as JSON objects, one a line. What does not apply is left out. */
final class JsonResultLines implements ResultLines {
  private static final int NUMBER = COLUMNS.indexOf("row");
  private static final int MERGED = COLUMNS.indexOf("merged_tax_codes");

  private final ResultCells texts = new ResultCells(ZoneOffset.UTC);
  private final JsonLines json = new JsonLines();

  @Override
  public void add(InputRow row, RowResult result) {
    List<String> cells = texts.of(row, result);
    json.begin().number(COLUMNS.get(NUMBER), row.number());
    for (int i = 0; i < cells.size(); i++) {
      if (i != NUMBER && i != MERGED && !cells.get(i).isEmpty()) {
        json.text(COLUMNS.get(i), cells.get(i));
      }
    }
    TaxLink link = result.link();
    if (link != null && !link.merged().isEmpty()) {
      json.texts(COLUMNS.get(MERGED), link.merged().stream().map(TaxCode::value).toList());
    }
    json.end();
  }

  @Override
  public byte[] bytes() {
    return json.bytes();
  }
}
