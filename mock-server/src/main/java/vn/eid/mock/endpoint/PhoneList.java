package vn.eid.mock.endpoint;

import vn.eid.mock.state.MockState;

/** {@code GET /phone}: what waits on the citizens' phones, as a phone lists its notifications. */
final class PhoneList implements Endpoint {
  private final PhonePages pages;

  PhoneList(MockState state) {
    this.pages = new PhonePages(state);
  }

  @Override
  public Reply answer(Exchange exchange) {
    return pages.list(Pages.language(exchange));
  }
}
