package vn.eid.examples.bank;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ContextConfiguration;
import vn.eid.spring.test.EidSpringTest;

/** The bank with a PostgreSQL of its own, in whose day it is noon. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@EidSpringTest(properties = "server.servlet.session.cookie.secure=false")
@ContextConfiguration(initializers = TestDatabase.class)
@Import(Noon.class)
@interface BankTest {}
