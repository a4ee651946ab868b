package vn.eid.mock.page;

/**
 * One data set on an approval page, with a box that nobody has ticked.
 *
 * @param code what the form sends
 * @param about what is in it
 * @param sensitive whether the law calls it sensitive
 */
public record Tick(String code, String title, String about, boolean sensitive) {}
