package vn.eid.spring;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import vn.eid.login.AuthenticationLevel;

/**
 * A controller or a method of one that wants a sure or a fresh login: see {@link LoginDemand}.
 * Where both say something, the surer and the fresher holds.
 */
@Documented
@Target({ElementType.METHOD, ElementType.TYPE})
@Retention(RetentionPolicy.RUNTIME)
public @interface DemandsLogin {
  /** How surely the citizen must have been recognised. */
  AuthenticationLevel level() default AuthenticationLevel.LEVEL_1;

  /** How many seconds ago the citizen may have proved who they are, from 30 on; 0 for any time. */
  int withinSeconds() default 0;
}
