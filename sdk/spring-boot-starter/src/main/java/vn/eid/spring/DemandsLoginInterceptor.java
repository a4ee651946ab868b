package vn.eid.spring;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/** Enforces {@link DemandsLogin} before a controller's method is called. */
final class DemandsLoginInterceptor implements HandlerInterceptor {
  @Override
  public boolean preHandle(
      HttpServletRequest request, HttpServletResponse response, Object handler) {
    if (handler instanceof HandlerMethod method) {
      DemandsLogin demand = demand(method);
      if (demand != null) {
        of(demand).enforce();
      }
    }
    return true;
  }

  private static @Nullable DemandsLogin demand(HandlerMethod method) {
    DemandsLogin own =
        AnnotatedElementUtils.findMergedAnnotation(method.getMethod(), DemandsLogin.class);
    return own != null
        ? own
        : AnnotatedElementUtils.findMergedAnnotation(method.getBeanType(), DemandsLogin.class);
  }

  private static LoginDemand of(DemandsLogin demand) {
    LoginDemand level = LoginDemand.of(demand.level());
    return demand.withinSeconds() == 0
        ? level
        : level.andWithin(Duration.ofSeconds(demand.withinSeconds()));
  }
}
