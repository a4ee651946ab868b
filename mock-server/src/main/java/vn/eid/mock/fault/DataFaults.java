package vn.eid.mock.fault;

import vn.eid.mock.Fault;
import vn.eid.mock.endpoint.Endpoint;
import vn.eid.mock.endpoint.Exchange;
import vn.eid.mock.endpoint.Refusal;
import vn.eid.mock.endpoint.Reply;

/** Stands before the data of citizens: the service is down, or a page comes in the data's place. */
public final class DataFaults implements Endpoint {
  private final Faults faults;
  private final Endpoint data;

  public DataFaults(Faults faults, Endpoint data) {
    this.faults = faults;
    this.data = data;
  }

  @Override
  public Reply answer(Exchange exchange) {
    if (faults.fires(Fault.RECORDS_HTTP_ERROR_503)) {
      throw Refusal.of(
          503, "temporarily_unavailable", "The records cannot be read now; try again.");
    }
    Reply good = data.answer(exchange);
    return faults.fires(Fault.RECORDS_HTML)
        ? Reply.html(200, "<!DOCTYPE html><title>Bảo trì</title><p>Hệ thống đang bảo trì.</p>")
        : good;
  }
}
