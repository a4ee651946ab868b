package vn.eid.tax;

import java.io.Closeable;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalDouble;
import vn.eid.InvalidRequestException;

/** A file of rows that is being read. */
final class InputFile implements Closeable {
  private final DecodedText text;
  private final TextLines lines;
  private final long size;
  private long before;

  private InputFile(DecodedText text, long size) {
    this.text = text;
    this.lines = new TextLines(text);
    this.size = size;
  }

  /**
   * Opens a file.
   *
   * @throws InvalidRequestException where there is none, or it is a workbook
   */
  static InputFile open(Path path, Charset charset) throws IOException {
    requireFile(path);
    DecodedText text = new DecodedText(Files.newInputStream(path), charset);
    if (text.isWorkbook()) {
      text.close();
      throw refusal("This is a workbook, not a text: save it as \"CSV UTF-8\" and give that.");
    }
    if (text.isUtf8AfterAll()) {
      text.close();
      throw refusal("The file is in UTF-8, not in " + charset.name() + ": name no encoding.");
    }
    return new InputFile(text, Files.size(path));
  }

  private static void requireFile(Path path) {
    if (!Files.exists(path)) {
      throw refusal("There is no file " + path + ".");
    }
    if (Files.isDirectory(path)) {
      throw refusal(path + " is a directory, not a file.");
    }
    if (!Files.isReadable(path)) {
      throw refusal("There is no right to read " + path + ".");
    }
  }

  TextLines lines() {
    return lines;
  }

  /** The first line that is not empty. */
  String firstLine() throws IOException {
    TextLine line = lines.next();
    for (; line != null && line.isBlank(); line = lines.next()) {
      before++;
    }
    if (line == null) {
      throw refusal("The file is empty: its first line names columns.");
    }
    if (line.tooLong() || line.isUnreadable()) {
      throw refusal(
          line.tooLong()
              ? "The first line, which names the columns, is too long."
              : "Row " + (before + 1) + ": " + notInItsEncoding());
    }
    if (line.text().indexOf('\0') >= 0) {
      throw refusal("The file seems to be in UTF-16 without its mark: name the encoding.");
    }
    return line.text();
  }

  long linesBeforeFirst() {
    return before;
  }

  OptionalDouble fractionRead() {
    return size == 0
        ? OptionalDouble.empty()
        : OptionalDouble.of(Math.min(1.0, (double) text.taken() / size));
  }

  /** Whether the whole file is in another encoding than was said. */
  boolean isForeign() {
    return text.isForeign();
  }

  String notInItsEncoding() {
    return "There are bytes that are not "
        + text.charset().name()
        + ". Name the encoding of the file, such as windows-1258, or save it as \"CSV UTF-8\".";
  }

  private static InvalidRequestException refusal(String problem) {
    return new InvalidRequestException("rows", problem);
  }

  @Override
  public void close() throws IOException {
    text.close();
  }
}
