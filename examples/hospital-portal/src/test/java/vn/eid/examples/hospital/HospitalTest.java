package vn.eid.examples.hospital;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.context.TestPropertySource;
import vn.eid.spring.test.EidSpringTest;

/** The portal beside the mock server: one application for all tests of it. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@EidSpringTest(properties = "server.servlet.session.cookie.secure=false")
@ContextConfiguration(initializers = NewFolder.class)
@Import(TestClock.InPlace.class)
@TestPropertySource(
    properties = {
      "hospital.staff[0].name=desk",
      "hospital.staff[0].password={noop}desk-2611",
      "hospital.staff[0].role=DESK",
      "hospital.staff[1].name=doctor",
      "hospital.staff[1].password={noop}doctor-2611",
      "hospital.staff[1].role=DOCTOR",
      "hospital.staff[2].name=inspector",
      "hospital.staff[2].password={noop}inspector-2611",
      "hospital.staff[2].role=AUDITOR"
    })
@interface HospitalTest {}
