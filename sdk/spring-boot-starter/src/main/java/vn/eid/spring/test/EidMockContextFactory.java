package vn.eid.spring.test;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.test.context.ContextConfigurationAttributes;
import org.springframework.test.context.ContextCustomizer;
import org.springframework.test.context.ContextCustomizerFactory;

/** Sees to {@link AutoConfigureEidMock}; it names no class of the mock, which need not be there. */
final class EidMockContextFactory implements ContextCustomizerFactory {
  @Override
  public @Nullable ContextCustomizer createContextCustomizer(
      Class<?> testClass, List<ContextConfigurationAttributes> attributes) {
    return AnnotatedElementUtils.hasAnnotation(testClass, AutoConfigureEidMock.class)
        ? new EidMockContext()
        : null;
  }
}
