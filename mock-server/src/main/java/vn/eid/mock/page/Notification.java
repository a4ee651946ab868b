package vn.eid.mock.page;

/**
 * One request on a phone.
 *
 * @param ticket the last segment of its page's address
 * @param client how the application is called
 * @param citizen the name of the person who is asked
 * @param message what the application shows at the same time; empty where it shows nothing
 */
public record Notification(String ticket, String client, String citizen, String message) {}
