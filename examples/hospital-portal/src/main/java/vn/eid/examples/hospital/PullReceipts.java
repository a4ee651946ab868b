package vn.eid.examples.hospital;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.springframework.stereotype.Component;
import vn.eid.consent.ConsentId;
import vn.eid.records.PullReceipt;

/**
 * What each pull did not bring, and why: the sealed copy holds what came, not what did not. Kept as
 * long as the copy; three hidden results say something about a person, too.
 */
@Component
class PullReceipts {
  private final ObjectMapper json;
  private final Path folder;

  PullReceipts(HospitalSettings settings, ObjectMapper json) throws IOException {
    this.json = json;
    this.folder =
        Files.createDirectories(settings.folder().resolve("receipts"), OwnerOnly.folder());
  }

  Shortfall keep(PullReceipt receipt) {
    try {
      Files.writeString(file(receipt.consentId(), receipt.dataSet()), receipt.toJson());
      return shortfall(json.readTree(receipt.toJson()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Optional<Shortfall> of(ConsentId consent, String dataSet) {
    Path file = file(consent, dataSet);
    try {
      return Files.exists(file)
          ? Optional.of(shortfall(json.readTree(file.toFile())))
          : Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Deletes what was kept under a consent. */
  void forget(ConsentId consent) {
    try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, consent + ".*")) {
      for (Path file : files) {
        Files.deleteIfExists(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Path file(ConsentId consent, String dataSet) {
    return folder.resolve(consent + "." + dataSet);
  }

  private static Shortfall shortfall(JsonNode receipt) {
    return new Shortfall(
        Instant.parse(receipt.get("made_at").asText()),
        receipt.get("returned").get("redacted").asLong(),
        StreamSupport.stream(receipt.get("withheld").spliterator(), false)
            .map(
                part ->
                    new Shortfall.Part(part.get("reason").asText(), part.path("count").asLong()))
            .toList());
  }
}
