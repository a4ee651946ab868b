/** What a client signs with each request, by the SDK and by others. */
@NullMarked
package vn.eid.benchmarks.proof;

import org.jspecify.annotations.NullMarked;
