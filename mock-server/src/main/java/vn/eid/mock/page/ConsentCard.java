package vn.eid.mock.page;

import java.util.List;

/**
 * One consent on the citizen's own page.
 *
 * @param id what the form sends to take it back
 */
public record ConsentCard(String id, String client, List<Fact> facts) {}
