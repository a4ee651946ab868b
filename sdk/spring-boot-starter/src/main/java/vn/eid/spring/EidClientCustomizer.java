package vn.eid.spring;

import vn.eid.EidClient;

/** A bean that sets what has no property: the HTTP client, the clock of a test. */
@FunctionalInterface
public interface EidClientCustomizer {
  void customize(EidClient.Builder builder);
}
