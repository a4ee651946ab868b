package vn.eid.campaign;

import java.util.concurrent.Callable;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * One call of a verb.
 *
 * @param call tells in a word what came of it, or throws
 * @param again the same without the trouble, or what the documentation says to do instead
 * @param done how often the server has done it; null where the mock server cannot tell
 */
record Attempt(Callable<String> call, Callable<String> again, @Nullable LongSupplier done) {

  static Attempt of(Callable<String> call) {
    return new Attempt(call, call, null);
  }

  Attempt then(Callable<String> instead) {
    return new Attempt(call, instead, done);
  }

  Attempt counting(LongSupplier counter) {
    return new Attempt(call, again, counter);
  }
}
