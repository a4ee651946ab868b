package vn.eid.internal.fhir;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vn.eid.UntrustedException;
import vn.eid.fuzz.Fuzzed;
import vn.eid.internal.Operation;

/** A page of records, read as it arrives: what passes, Jackson's tree finds there too. */
class BundleFuzzTest {
  private static final Operation OPERATION = Operation.named("fuzz");
  private static final ObjectMapper TREE =
      JsonMapper.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .build();

  private record Page(List<Resource> resources, Optional<String> next, long total) {}

  @FuzzTest
  void read(byte[] input) throws IOException {
    var unused = accepts(input);
  }

  boolean accepts(byte[] input) throws IOException {
    Optional<Page> page = Fuzzed.read(UntrustedException.class, input, () -> page(input));
    if (page.isPresent()) {
      isTheSame(page.get(), TREE.readTree(input));
    }
    return page.isPresent();
  }

  private static Page page(byte[] input) {
    List<Resource> resources = new ArrayList<>();
    try (BundleReader reader =
        new BundleReader(OPERATION, new ByteArrayInputStream(input), "searchset")) {
      for (var next = reader.next(); next.isPresent(); next = reader.next()) {
        resources.add(next.get());
      }
      return new Page(resources, reader.nextLink(), reader.total().orElse(-1));
    }
  }

  private static void isTheSame(Page page, JsonNode bundle) throws IOException {
    List<JsonNode> entries = new ArrayList<>();
    for (JsonNode entry : bundle.path("entry")) {
      if (entry.has("resource")) {
        entries.add(entry.get("resource"));
      }
    }
    assertThat(page.resources()).hasSameSizeAs(entries);
    for (int i = 0; i < entries.size(); i++) {
      isTheSame(page.resources().get(i), entries.get(i));
    }
    assertThat(page.total()).isEqualTo(bundle.path("total").asLong(-1));
    assertThat(next(bundle)).isEqualTo(page.next());
  }

  private static void isTheSame(Resource resource, JsonNode entry) throws IOException {
    assertThat(TREE.readTree(resource.json())).isEqualTo(entry);
    assertThat(resource.type()).isEqualTo(entry.path("resourceType").textValue());
    assertThat(resource.id()).isEqualTo(Optional.ofNullable(entry.path("id").textValue()));
  }

  private static Optional<String> next(JsonNode bundle) {
    for (JsonNode link : bundle.path("link")) {
      if ("next".equals(link.path("relation").textValue())) {
        return Optional.ofNullable(link.path("url").textValue());
      }
    }
    return Optional.empty();
  }
}
