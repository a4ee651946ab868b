package vn.eid.examples.desk;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.context.TestPropertySource;
import vn.eid.spring.test.EidSpringTest;

/** The desk beside the mock server, with a folder of its own: one application for all tests. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@EidSpringTest(properties = "server.servlet.session.cookie.secure=false")
@ContextConfiguration(initializers = OwnFolder.class)
@TestPropertySource(
    properties = {
      "desk.officers=" + Desk.OFFICER,
      "desk.rows-at-once=2",
      "spring.servlet.multipart.max-file-size=" + DeskTest.MOST_KB + "KB",
      "spring.servlet.multipart.max-request-size=" + (DeskTest.MOST_KB + 10) + "KB"
    })
@interface DeskTest {
  /** How large a list may be here. */
  int MOST_KB = 100;
}
