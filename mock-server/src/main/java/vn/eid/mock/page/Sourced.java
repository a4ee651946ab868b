package vn.eid.mock.page;

import java.util.List;

/**
 * A behaviour of the server on a page, and where it is known from.
 *
 * @param fidelity the end of the key of the text that says how well
 */
public record Sourced(
    String fidelity,
    String id,
    String behaviour,
    String source,
    String date,
    List<String> routes) {}
