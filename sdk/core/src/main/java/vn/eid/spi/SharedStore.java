package vn.eid.spi;

import java.time.Duration;
import java.util.Optional;

/**
 * Where all nodes of an application keep what one must know of the other: logins under way, events
 * that came, consents that ended, sessions that were logged out. Hand one to {@code
 * EidClient.Builder.sharedStore}; without it each process remembers for itself.
 *
 * <p>It is a map of short texts, each kept for a while. What is in it is encrypted and
 * authenticated by the SDK, and tied to its key, so an implementation looks into nothing; whoever
 * can write to the store can remove an entry, and cannot make or move one. Three rules hold a
 * cluster together, and the contract test in the SDK's test artifact ({@code SharedStoreContract})
 * tries them:
 *
 * <ul>
 *   <li>Of any number of threads and processes, one adds a key, one takes it, and one replaces what
 *       they all read.
 *   <li>What a method returned has happened for all nodes: the next call of any of them sees it.
 *   <li>An entry is kept for as long as was asked, and may be gone after that. It must not be
 *       evicted before: a store that drops what it has no room for lets an event count twice.
 * </ul>
 *
 * <p>Implementations must be thread-safe and bring their own timeout, a few seconds at most. Where
 * a method throws, the SDK's call ends with {@link vn.eid.UnavailableException}, which names the
 * exception's class and repeats none of its text: nobody is logged in without the store, and
 * nothing is read. The next call asks again, so it recovers without a restart.
 */
public interface SharedStore {

  /**
   * Keeps a value, unless the key has one.
   *
   * @param key up to 100 characters: letters, digits, {@code . _ -}
   * @param value up to 64 kB of ASCII
   * @param keep for how long at least, above zero
   * @return whether it was added
   */
  boolean add(String key, String value, Duration keep) throws Exception;

  /** The value of a key; empty where there is none, or its time is over. */
  Optional<String> find(String key) throws Exception;

  /** The same, and takes it out: of several that ask at once, one gets it. */
  Optional<String> take(String key) throws Exception;

  /**
   * Puts a value in the place of the one that was found, unless another one is there by now.
   *
   * @return whether it was replaced
   */
  boolean replace(String key, String found, String value, Duration keep) throws Exception;
}
