package vn.eid.spring.test;

import org.springframework.context.ApplicationContext;
import org.springframework.context.ApplicationListener;
import org.springframework.context.event.ContextClosedEvent;
import vn.eid.mock.EidMock;

/** Closes the mock with the context it was started for. */
record ClosedWithContext(EidMock mock, ApplicationContext context)
    implements ApplicationListener<ContextClosedEvent> {
  @Override
  public void onApplicationEvent(ContextClosedEvent event) {
    if (event.getApplicationContext().equals(context)) {
      mock.close();
    }
  }
}
