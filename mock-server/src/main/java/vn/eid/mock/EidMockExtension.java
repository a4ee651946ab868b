package vn.eid.mock;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * The JUnit extension behind {@link EidMockTest}. It has no state of its own, so it is safe for use
 * by several threads.
 */
public final class EidMockExtension
    implements BeforeEachCallback, AfterEachCallback, ParameterResolver {
  private static final Namespace NAMESPACE = Namespace.create(EidMockExtension.class);

  /** JUnit makes it. */
  public EidMockExtension() {}

  @Override
  public void beforeEach(ExtensionContext context) {
    mock(context).reset();
  }

  @Override
  public void afterEach(ExtensionContext context) {
    failOnUnmatched(mock(context));
    failOnAssumed(mock(context));
  }

  static void failOnAssumed(EidMock mock) {
    List<String> relied = mock.reliedOnAssumptions();
    if (!relied.isEmpty()) {
      throw new AssertionError(
          "The test relies on what is only assumed of the national systems: "
              + String.join(", ", relied));
    }
  }

  static void failOnUnmatched(EidMock mock) {
    List<SeenRequest> unmatched = mock.unmatchedRequests();
    if (!unmatched.isEmpty()) {
      throw new AssertionError(
          unmatched.stream()
              .map(
                  request ->
                      request.method()
                          + " "
                          + request.path()
                          + " (the nearest route is "
                          + mock.nearestRoute(request)
                          + ")")
              .collect(
                  Collectors.joining(
                      ", ", "The mock server has no route for these requests: ", "")));
    }
  }

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == EidMock.class;
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    return mock(context);
  }

  // JUnit closes what the root store holds when the run is over.
  private static EidMock mock(ExtensionContext context) {
    return context
        .getRoot()
        .getStore(NAMESPACE)
        .getOrComputeIfAbsent(EidMock.class, unused -> EidMock.start(), EidMock.class);
  }
}
