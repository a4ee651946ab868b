package vn.eid.examples.desk;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/** What Vietnamese offices save their lists in. */
enum Encoding {
  /** UTF-16 too: its mark at the start of a file tells. */
  UNICODE(StandardCharsets.UTF_8),
  WINDOWS_1258(Charset.forName("windows-1258"));

  private final Charset charset;

  Encoding(Charset charset) {
    this.charset = charset;
  }

  Charset charset() {
    return charset;
  }
}
