/**
 * The mock server in the tests of a Spring Boot application: {@link
 * vn.eid.spring.test.AutoConfigureEidMock}.
 */
@NullMarked
package vn.eid.spring.test;

import org.jspecify.annotations.NullMarked;
