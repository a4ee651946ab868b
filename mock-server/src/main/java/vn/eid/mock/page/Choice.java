package vn.eid.mock.page;

/**
 * One person in the list of the login page.
 *
 * @param value what the form sends: the full number, which is no secret of a synthetic person
 */
public record Choice(String value, String name, String maskedNumber, String why) {}
