/** The eid client in Spring Boot. Start at {@link vn.eid.spring.EidLoginConfigurer}. */
@NullMarked
package vn.eid.spring;

import org.jspecify.annotations.NullMarked;
