package vn.eid.spring;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says in two sentences why the application does not start. */
final class EidFailureAnalyzer extends AbstractFailureAnalyzer<EidConfigurationException> {
  @Override
  protected FailureAnalysis analyze(Throwable failure, EidConfigurationException cause) {
    return new FailureAnalysis(cause.getMessage(), cause.action(), cause);
  }
}
