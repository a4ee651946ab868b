package vn.eid.spring;

import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationRegistry;
import java.util.Locale;
import java.util.function.Supplier;
import org.springframework.beans.factory.ObjectProvider;
import vn.eid.spi.CallListener;

/**
 * Each call to the provider as an observation {@code eid.client.call}, with the tags {@code
 * operation}, {@code outcome}, {@code status} and {@code deprecated}: a few dozen series, and
 * nothing about a person.
 */
final class ObservedCalls implements CallListener {
  private final Supplier<ObservationRegistry> registry;

  ObservedCalls(ObjectProvider<ObservationRegistry> registry) {
    this.registry = () -> registry.getIfAvailable(() -> ObservationRegistry.NOOP);
  }

  @Override
  public Ongoing begins(String operation) {
    Observation observation =
        Observation.createNotStarted("eid.client.call", registry.get())
            .contextualName("eid " + operation)
            .lowCardinalityKeyValue("operation", operation)
            .start();
    return call -> {
      observation
          .lowCardinalityKeyValue("outcome", call.outcome().name().toLowerCase(Locale.ROOT))
          .lowCardinalityKeyValue("status", status(call))
          .lowCardinalityKeyValue("deprecated", deprecated(call))
          .highCardinalityKeyValue("attempts", String.valueOf(call.attempts()));
      call.sunset().ifPresent(when -> observation.highCardinalityKeyValue("sunset", when));
      observation.stop();
    };
  }

  private static String status(Call call) {
    return call.status().isPresent() ? String.valueOf(call.status().getAsInt()) : "none";
  }

  private static String deprecated(Call call) {
    return call.deprecation().or(call::sunset).isPresent() ? "yes" : "no";
  }
}
