package vn.eid.webhook;

/**
 * What one {@link Webhooks#poll} did.
 *
 * @param handled how many events the handler returned from; they are acknowledged and do not come
 *     again
 * @param failed on how many it threw; they come again, unless they became dead letters
 * @param refused how many failed a check; the registry was told so
 * @param moreAvailable whether the registry has more already: poll again at once
 */
public record Polled(int handled, int failed, int refused, boolean moreAvailable) {}
