package vn.eid.examples.desk;

import java.io.FileOutputStream;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import java.util.Properties;
import org.springframework.util.FileSystemUtils;

/** The files of one job. The SDK's journal lies beside the results while it is needed. */
record JobFolder(Path path) {

  Path upload() {
    return path.resolve("upload.csv");
  }

  Path results() {
    return path.resolve("results.csv");
  }

  /** What stands on the card; empty where the process died before there was a whole job. */
  Optional<JobCard> card() throws IOException {
    Path file = path.resolve("job.properties");
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    Properties words = new Properties();
    try (Reader in = Files.newBufferedReader(file)) {
      words.load(in);
    }
    return Optional.of(JobCard.of(path.getFileName().toString(), words));
  }

  /** Writes the card anew: whoever reads it finds the old one or the new one, whole. */
  void write(JobCard card) throws IOException {
    Path fresh = path.resolve("job.properties.new");
    // A channel would be closed by the interrupt that ends a run, and the state lost.
    try (FileOutputStream out = new FileOutputStream(fresh.toFile())) {
      card.words().store(out, null);
      out.getFD().sync();
    }
    Files.move(
        fresh,
        path.resolve("job.properties"),
        StandardCopyOption.ATOMIC_MOVE,
        StandardCopyOption.REPLACE_EXISTING);
  }

  void delete() throws IOException {
    FileSystemUtils.deleteRecursively(path);
  }
}
