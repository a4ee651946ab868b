package vn.eid.spring.test;

import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.test.context.TestContext;
import org.springframework.test.context.TestExecutionListener;
import vn.eid.mock.EidMock;

/** Each test finds the mock as it started. */
final class EidMockResetting implements TestExecutionListener {
  @Override
  public void beforeTestMethod(TestContext test) {
    if (AnnotatedElementUtils.hasAnnotation(test.getTestClass(), AutoConfigureEidMock.class)) {
      test.getApplicationContext().getBean(EidMock.class).reset();
    }
  }
}
