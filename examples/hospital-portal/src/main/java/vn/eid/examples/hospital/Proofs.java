package vn.eid.examples.hospital;

import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import vn.eid.ClientKey;
import vn.eid.EidClient;
import vn.eid.consent.ConsentId;

/** What an inspector takes along: each proof with the public keys that it is verified with. */
@Component
class Proofs {
  private final EidClient eid;
  private final ClientKey key;
  private final Ledger ledger;

  Proofs(EidClient eid, ClientKey key, Ledger ledger) {
    this.eid = eid;
    this.key = key;
    this.ledger = ledger;
  }

  /** Where the bytes of one file come from. */
  @FunctionalInterface
  interface Content {
    InputStream open() throws IOException;
  }

  /** The ledger with its head. The head first: a line more does no harm, a line less would. */
  Map<String, Content> ofTheLedger() {
    Path file = ledger.file();
    Path head = file.resolveSibling(file.getFileName() + ".head");
    Map<String, Content> files = new LinkedHashMap<>();
    files.put(head.getFileName().toString(), () -> Files.newInputStream(head));
    files.put(file.getFileName().toString(), () -> Files.newInputStream(file));
    files.put("hospital-keys.json", text(key.publicKeys()));
    return files;
  }

  /** The evidence that a citizen agreed, and how it ended. */
  Map<String, Content> of(ConsentId id) {
    Map<String, Content> files = new LinkedHashMap<>();
    files.put("evidence.json", text(eid.consents().evidence(id).toJson()));
    files.put("registry-keys.json", text(eid.consents().registryKeys()));
    files.put("hospital-keys.json", text(key.publicKeys()));
    return files;
  }

  static void send(HttpServletResponse response, String name, Map<String, Content> files)
      throws IOException {
    response.setContentType("application/zip");
    response.setHeader(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + "\"");
    try (ZipOutputStream zip = new ZipOutputStream(response.getOutputStream())) {
      for (Map.Entry<String, Content> file : files.entrySet()) {
        zip.putNextEntry(new ZipEntry(file.getKey()));
        try (InputStream in = file.getValue().open()) {
          in.transferTo(zip);
        }
      }
    }
  }

  private static Content text(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    return () -> new ByteArrayInputStream(bytes);
  }
}
