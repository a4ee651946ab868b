package vn.eid.benchmarks;

import java.util.List;

/** Contenders measured beside each other, in one run. */
public interface Part {
  /** By which the command names it. */
  String name();

  List<Row> measure() throws Exception;
}
