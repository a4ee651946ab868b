package vn.eid.mock.state;

/** One text in the two languages of the national systems' pages. */
public record BilingualText(String vi, String en) {}
