package vn.eid.spring;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.eid.EidClient;
import vn.eid.diagnosis.Diagnosis;
import vn.eid.diagnosis.Finding;
import vn.eid.spi.SharedStore;

/**
 * Whether the provider can be reached and has keys, the clocks agree, and the shared store answers.
 * The provider is asked by one thread at a time and at most once in a while; others are told what
 * came of it last. Nothing in it is about a person.
 */
final class ProviderHealth {
  private static final Logger LOG = LoggerFactory.getLogger("vn.eid.spring");

  private final EidClient client;
  private final Optional<SharedStore> store;
  private final Duration every;
  private final ReentrantLock looking = new ReentrantLock();
  private volatile @Nullable Look last;
  private volatile long lookedAt;

  ProviderHealth(EidClient client, Optional<SharedStore> store, Duration every) {
    this.client = client;
    this.store = store;
    this.every = every;
  }

  /**
   * What was found.
   *
   * @param details how each thing stands; of those that do not, what was found
   */
  record Look(boolean up, Map<String, String> details) {}

  Look look() {
    Look known = last;
    if (known != null && (!isDue() || looking.isLocked())) {
      return known;
    }
    looking.lock();
    try {
      Look meanwhile = last;
      if (meanwhile != null && !isDue()) {
        return meanwhile;
      }
      Look fresh = looked();
      last = fresh;
      lookedAt = System.nanoTime();
      return fresh;
    } finally {
      looking.unlock();
    }
  }

  private boolean isDue() {
    return System.nanoTime() - lookedAt >= every.toNanos();
  }

  private Look looked() {
    Diagnosis diagnosis = client.diagnose();
    Map<String, String> details = new TreeMap<>();
    for (Finding finding : diagnosis.findings()) {
      String name = finding.topic().name().toLowerCase(java.util.Locale.ROOT);
      boolean bad = finding.verdict() == Finding.Verdict.PROBLEM;
      details.merge(
          name,
          bad ? finding.found() : finding.verdict().name(),
          (one, other) -> bad ? other : one);
    }
    boolean storeAnswers = storeAnswers();
    store.ifPresent(unused -> details.put("shared_store", storeAnswers ? "OK" : "does not answer"));
    return new Look(diagnosis.isHealthy() && storeAnswers, details);
  }

  private boolean storeAnswers() {
    try {
      store.ifPresent(ProviderHealth::ask);
      return true;
    } catch (IllegalStateException e) {
      LOG.warn("The shared store does not answer: {}", e.getMessage());
      return false;
    }
  }

  private static void ask(SharedStore store) {
    try {
      Optional<String> unused = store.find("health");
    } catch (Exception e) {
      if (e instanceof InterruptedException) {
        Thread.currentThread().interrupt();
      }
      throw new IllegalStateException(e.getClass().getName());
    }
  }
}
