package vn.eid.spring;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/** Where nobody can enforce {@link DemandsLogin}, what has it is closed rather than open. */
final class UnenforceableDemands implements HandlerInterceptor {
  @Override
  public boolean preHandle(
      HttpServletRequest request, HttpServletResponse response, Object handler) {
    if (handler instanceof HandlerMethod method
        && (AnnotatedElementUtils.isAnnotated(method.getMethod(), DemandsLogin.class)
            || AnnotatedElementUtils.isAnnotated(method.getBeanType(), DemandsLogin.class))) {
      throw new IllegalStateException(
          "@DemandsLogin needs Spring Security, which is not on the class path. Add"
              + " spring-boot-starter-security.");
    }
    return true;
  }
}
