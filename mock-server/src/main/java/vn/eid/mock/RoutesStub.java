package vn.eid.mock;

import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.ok;

import com.github.tomakehurst.wiremock.extension.StubLifecycleListener;
import com.github.tomakehurst.wiremock.standalone.MappingsSource;
import com.github.tomakehurst.wiremock.stubbing.StubMapping;
import com.github.tomakehurst.wiremock.stubbing.StubMappings;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The one stub behind which the mock's routes stand. Every other stub goes before it, and it stays
 * when they are reset. Stub files are not read: those of an application are meant for another
 * server.
 */
final class RoutesStub implements MappingsSource, StubLifecycleListener {
  private static final UUID ID = UUID.nameUUIDFromBytes(new byte[0]);

  private final StubMapping routes;
  private volatile @Nullable StubMappings stubs;

  /**
   * @param answering the name of the transformer that answers
   */
  RoutesStub(String answering) {
    this.routes =
        any(anyUrl())
            .withId(ID)
            .atPriority(Integer.MAX_VALUE)
            .willReturn(ok().withTransformers(answering))
            .build();
  }

  static boolean isIt(@Nullable StubMapping stub) {
    return stub != null && ID.equals(stub.getId());
  }

  @Override
  public String getName() {
    return "eid-routes";
  }

  @Override
  public void loadMappingsInto(StubMappings started) {
    if (stubs == null) {
      stubs = started;
      started.addMapping(routes);
    }
  }

  @Override
  public void afterStubsReset() {
    addAgain();
  }

  @Override
  public void afterStubRemoved(StubMapping stub) {
    if (isIt(stub)) {
      addAgain();
    }
  }

  private void addAgain() {
    StubMappings known = stubs;
    if (known != null) {
      known.addMapping(routes);
    }
  }

  // Stubs are made by programs here and live as long as they.

  @Override
  public void save(List<StubMapping> mappings) {}

  @Override
  public void save(StubMapping mapping) {}

  @Override
  @SuppressWarnings("removal") // WireMock still demands it
  public void remove(StubMapping mapping) {}

  @Override
  public void removeAll() {}
}
