package vn.eid.mock.state;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import vn.eid.mock.endpoint.Json;

/** The published schema says the same as the reader, as far as a schema can. */
class CitizensSchemaTest {
  private static final String ID = "https://eid.vn.example/citizens.schema.json";
  private static final String SCHEMA = resource("citizens.schema.json");

  private static String resource(String name) {
    try (InputStream in = Citizens.class.getResourceAsStream("/vn/eid/mock/" + name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Schema schema(String part) {
    return SchemaRegistry.withDefaultDialect(
            SpecificationVersion.DRAFT_2020_12, builder -> builder.schemas(Map.of(ID, SCHEMA)))
        .getSchema(SchemaLocation.of(ID + part));
  }

  private static List<Error> faults(String document) throws IOException {
    return schema("").validate(Json.mapper().readTree(document));
  }

  @Test
  void theSchemaIsOne() throws IOException {
    Schema meta =
        SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(SchemaLocation.of("https://json-schema.org/draft/2020-12/schema"));
    assertThat(meta.validate(Json.mapper().readTree(SCHEMA))).isEmpty();
  }

  @Test
  void theBuiltInPeopleAreAsTheSchemaSays() throws IOException {
    assertThat(faults(resource("citizens.json"))).isEmpty();
  }

  @Test
  void aGoodFileIsAsTheSchemaSays() throws IOException {
    assertThat(faults(CitizensTest.GOOD)).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("vn.eid.mock.state.CitizensTest#badFiles")
  void whatTheReaderRefusesTheSchemaRefusesToo(CitizensTest.BadFile bad) throws IOException {
    String document = CitizensTest.GOOD.replace(bad.good(), bad.bad());
    if (bad.isInSchema()) {
      assertThat(faults(document)).isNotEmpty();
    }
  }

  @Test
  void aDraftNeedsNameAndBirthDateOnly() throws IOException {
    JsonNode good =
        Json.mapper().readTree("{\"name\": \"Lê Thử\", \"birthDate\": \"1990\", \"tax\": {}}");
    assertThat(schema("#/$defs/draft").validate(good)).isEmpty();
    assertThat(schema("#/$defs/draft").validate(((ObjectNode) good).without("name"))).isNotEmpty();
  }
}
