package vn.eid.mock.page;

/**
 * One request on a phone.
 *
 * @param path of the page on which it is decided
 * @param client how the application is called
 * @param citizen the name of the person who is asked
 * @param message what it is about, or what the application shows at the same time; may be empty
 */
public record Notification(String path, String client, String citizen, String message) {}
