package vn.eid.spring.test;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Starts a mock server for the application context of a test and points {@code eid.*} at it. It is
 * a bean, to be injected as {@code EidMock}, and is reset before each test; other test classes with
 * the same context share it. Needs {@code vn.eid:eid-mock-server} among the tests' dependencies.
 */
@Documented
@Inherited
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface AutoConfigureEidMock {}
