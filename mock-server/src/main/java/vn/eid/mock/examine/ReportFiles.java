package vn.eid.mock.examine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that say where the report is written, besides the terminal. */
final class ReportFiles {
  @Option(names = "--junit", paramLabel = "FILE", description = "write the report as JUnit XML")
  private @Nullable Path junit;

  @Option(names = "--html", paramLabel = "FILE", description = "write the report as a page")
  private @Nullable Path html;

  /** Makes the folders before the work, so that it is not in vain. */
  void prepare() throws IOException {
    makeFolderOf(junit);
    makeFolderOf(html);
  }

  void write(Report report) throws IOException {
    if (junit != null) {
      Files.writeString(junit, JUnitReport.of(report));
    }
    if (html != null) {
      Files.writeString(html, HtmlReport.of(report));
    }
  }

  private static void makeFolderOf(@Nullable Path file) throws IOException {
    if (file != null && file.toAbsolutePath().getParent() != null) {
      Files.createDirectories(file.toAbsolutePath().getParent());
    }
  }
}
