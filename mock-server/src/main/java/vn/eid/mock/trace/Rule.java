package vn.eid.mock.trace;

/**
 * One thing that a request is checked for.
 *
 * @param name the key of its words on a page: {@code why.rule.NAME} says what it demands, {@code
 *     why.fix.NAME} what to do about it
 * @param specification where it is written down
 */
public record Rule(String name, String specification) {}
