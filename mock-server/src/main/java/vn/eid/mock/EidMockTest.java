package vn.eid.mock;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.ResourceLock;

/**
 * Gives the tests of a class a mock server: a parameter of type {@link EidMock} is filled in. All
 * tests of one run share a server, which starts with the first of them and is reset before each, so
 * they run one after the other. A test that asks for a path which the server does not know fails.
 */
@Documented
@Inherited
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(EidMockExtension.class)
@ResourceLock("vn.eid.mock.EidMock")
public @interface EidMockTest {}
