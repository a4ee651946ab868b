package vn.eid.records;

/**
 * How far a pull has come, over all its pages.
 *
 * @param pages how many pages were read to their end
 * @param resources how many items were handed out
 * @param bytes how long these are, as the provider wrote them
 */
public record PullProgress(long pages, long resources, long bytes) {}
