package vn.eid.examples.hospital;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.springframework.stereotype.Component;
import vn.eid.consent.ConsentId;

/** The list of requests, in one file that is written anew at each change. */
@Component
class ConsentBook {
  private final ObjectMapper json;
  private final Path file;
  private final Map<ConsentId, AskedConsent> all = new LinkedHashMap<>();

  ConsentBook(HospitalSettings settings, ObjectMapper json) throws IOException {
    this.json = json;
    Files.createDirectories(settings.folder(), OwnerOnly.folder());
    this.file = settings.folder().resolve("requests.json");
    if (Files.exists(file)) {
      json.readValue(file.toFile(), new TypeReference<List<AskedConsent>>() {})
          .forEach(asked -> all.put(asked.id(), asked));
    }
  }

  synchronized void add(AskedConsent asked) {
    all.putIfAbsent(asked.id(), asked);
    write();
  }

  /** Notes a change. What is over stays so: an answer may arrive after a later one. */
  synchronized void change(ConsentId id, UnaryOperator<AskedConsent> change) {
    AskedConsent before = all.get(id);
    if (before == null || before.state().isFinal()) {
      return;
    }
    AskedConsent after = change.apply(before);
    if (!after.equals(before)) {
      all.put(id, after);
      write();
    }
  }

  synchronized Optional<AskedConsent> find(ConsentId id) {
    return Optional.ofNullable(all.get(id));
  }

  synchronized List<AskedConsent> newestFirst() {
    List<AskedConsent> list = new ArrayList<>(all.values());
    Collections.reverse(list);
    return list;
  }

  private void write() {
    try {
      Path whole = Files.createTempFile(file.getParent(), "requests", ".tmp", OwnerOnly.file());
      json.writeValue(whole.toFile(), all.values());
      Files.move(whole, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
