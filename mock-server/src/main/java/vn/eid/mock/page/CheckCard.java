package vn.eid.mock.page;

import java.util.List;

/** One check on the page that says why: its rules, in the order in which they are looked at. */
public record CheckCard(String name, String title, List<RuleLine> rules) {}
