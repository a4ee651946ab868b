package vn.eid.mock.trace;

/**
 * What a broken rule wanted and what came instead. It holds what a caller sent, so it is shown
 * masked.
 */
public record Mistake(String expected, String actual) {}
