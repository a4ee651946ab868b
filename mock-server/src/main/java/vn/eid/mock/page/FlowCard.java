package vn.eid.mock.page;

import java.util.List;

/**
 * Requests that belong together, on the page that lists them.
 *
 * @param kind the code of what they are about: {@code inspector.flow.KIND}
 * @param began the time of day of the first one shown
 */
public record FlowCard(String kind, String began, List<StepLine> steps) {}
