package vn.eid.benchmarks.proof;

/** Makes documents of one kind, each time a new one. */
@FunctionalInterface
interface Maker {
  /** A compact JWS; of the bare signature, only that. */
  String make() throws Exception;
}
