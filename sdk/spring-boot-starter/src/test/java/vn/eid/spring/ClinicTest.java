package vn.eid.spring;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.test.context.TestPropertySource;
import vn.eid.spring.test.EidSpringTest;

/** The clinic beside the mock server: one application for all tests of it. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@EidSpringTest
@TestPropertySource(
    properties = {
      "eid.login.asking=NAME,CITIZEN_ID",
      "eid.login.signed-in-within=1d",
      "eid.storage-key.value=YSBzdG9yYWdlIGtleSBvZiBqdXN0IDMyIGJ5dGVzLi4=",
      "management.endpoint.health.show-details=always",
      "management.observations.enable.eid=true",
      "eid.health.every=1h"
    })
@interface ClinicTest {}
