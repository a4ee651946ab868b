package vn.eid.mock.page;

import java.util.List;

/**
 * The behaviours that are equally well known.
 *
 * @param key the end of the key of its texts
 */
public record SourcedList(String key, List<Sourced> behaviours) {}
