package vn.eid.records;

import java.time.Instant;

/**
 * What is kept of one data set under one consent. Immutable and thread-safe.
 *
 * @param resources how many resources
 * @param bytes how long they are together as JSON in UTF-8
 * @param keptAt when the copy was whole
 */
public record SealedCopy(long resources, long bytes, Instant keptAt) {}
