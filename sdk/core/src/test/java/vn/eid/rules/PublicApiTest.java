package vn.eid.rules;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import vn.eid.contract.PublicApi;

class PublicApiTest {
  @Test
  void thePublicApiIsTheOneInTheFile() throws IOException {
    PublicApi.isTheOneInTheFile(ExportedTypes.all());
  }
}
