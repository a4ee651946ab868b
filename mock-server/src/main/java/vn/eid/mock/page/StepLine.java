package vn.eid.mock.page;

/**
 * One step in a list of what happened; nothing in it is a secret or about a person.
 *
 * @param at the time of day, by the mock's clock
 * @param status of the answer; 0 where the connection was cut
 * @param sentence why it was refused; empty where it was not
 * @param why the path of the page that says more; empty where there is none
 */
public record StepLine(
    long number,
    String at,
    String method,
    String path,
    int status,
    String took,
    String sentence,
    String why) {}
