package vn.eid.servlet;

import org.junit.jupiter.api.Test;
import vn.eid.contract.PublicApi;

class PublicApiTest {
  @Test
  void thePublicApiIsTheOneInTheFile() throws Exception {
    PublicApi.isTheOneInTheFile(EidLoginFilter.class);
  }
}
