package vn.eid.spring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.WebApplicationContextRunner;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.web.method.HandlerMethod;
import vn.eid.mock.EidMock;
import vn.eid.mock.EidMockTest;

@EidMockTest
class UnenforceableDemandsTest {
  @Test
  void areThereWhereSpringSecurityIsNot(EidMock mock) {
    WebApplicationContextRunner application =
        new WebApplicationContextRunner()
            .withConfiguration(
                AutoConfigurations.of(EidAutoConfiguration.class, EidWebAutoConfiguration.class))
            .withPropertyValues(
                "eid.issuer=" + mock.issuer(),
                "eid.client-id=" + mock.clientId(),
                "eid.key.jwk=" + mock.clientKeyJwk(),
                "eid.sandbox=true");
    application.run(
        context -> assertThat(context).doesNotHaveBean(EidWebAutoConfiguration.NoDemands.class));
    application
        .withClassLoader(new FilteredClassLoader("org.springframework.security"))
        .run(context -> assertThat(context).hasSingleBean(EidWebAutoConfiguration.NoDemands.class));
  }

  @Test
  void areClosedRatherThanOpen() throws Exception {
    assertThatIllegalStateException()
        .isThrownBy(() -> open("vault"))
        .withMessageContaining("spring-boot-starter-security");
    assertThat(open("home", String.class)).isTrue();
  }

  private static boolean open(String method, Class<?>... parameters) throws Exception {
    return new UnenforceableDemands()
        .preHandle(
            new MockHttpServletRequest(),
            new MockHttpServletResponse(),
            new HandlerMethod(new Clinic(), Clinic.class.getDeclaredMethod(method, parameters)));
  }
}
