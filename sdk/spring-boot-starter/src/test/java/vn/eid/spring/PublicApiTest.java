package vn.eid.spring;

import org.junit.jupiter.api.Test;
import vn.eid.contract.PublicApi;

class PublicApiTest {
  @Test
  void thePublicApiIsTheOneInTheFile() throws Exception {
    PublicApi.isTheOneInTheFile(EidAuthentication.class);
  }
}
