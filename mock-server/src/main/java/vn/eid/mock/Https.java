package vn.eid.mock;

import com.github.tomakehurst.wiremock.common.HttpsSettings;
import com.github.tomakehurst.wiremock.common.ssl.KeyStoreSettings;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import java.security.KeyStore;
import vn.eid.mock.tls.ServerIdentity;

/** WireMock's settings for HTTPS alone, with a key store that is no file. */
final class Https extends WireMockConfiguration {
  private final ServerIdentity identity;
  private final int port;

  Https(ServerIdentity identity, int port) {
    this.identity = identity;
    this.port = port;
    httpDisabled(true);
  }

  @Override
  public HttpsSettings httpsSettings() {
    return new InMemory();
  }

  private final class InMemory extends HttpsSettings {
    InMemory() {
      super(
          port,
          "memory",
          ServerIdentity.PASSWORD,
          ServerIdentity.PASSWORD,
          "PKCS12",
          null,
          null,
          null,
          false);
    }

    @Override
    public KeyStoreSettings keyStore() {
      return new KeyStoreSettings("memory", ServerIdentity.PASSWORD, "PKCS12") {
        @Override
        public KeyStore loadStore() {
          return identity.store();
        }
      };
    }
  }
}
