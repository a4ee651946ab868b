package vn.eid.examples.stage;

import java.net.URI;

/** The citizen's browser. */
public interface Browser extends AutoCloseable {

  /** The page of the application to which the provider sends this browser back. */
  URI callback();

  /** Goes to a page and gives the address with which the browser came back to the application. */
  URI visit(URI page) throws InterruptedException;

  @Override
  void close();
}
