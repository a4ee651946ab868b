package vn.eid.benchmarks.start;

import java.nio.file.Path;
import vn.eid.benchmarks.Row;

/** Whose first page is waited for. */
enum StartContender {
  EID(Row.OURS, "eid-sdk", StartEid.class, ""),
  NIMBUS("Nimbus OAuth SDK", "nimbus", StartNimbus.class, "by hand: the same requests"),
  MSAL4J("MSAL4J", "msal4j", StartMsal.class, "it sends nothing: no discovery, no PAR, no DPoP");

  private final String label;
  private final String folder;
  private final Class<?> program;
  private final String note;

  StartContender(String label, String folder, Class<?> program, String note) {
    this.label = label;
    this.folder = folder;
    this.program = program;
    this.note = note;
  }

  String label() {
    return label;
  }

  Class<?> program() {
    return program;
  }

  String note() {
    return note;
  }

  /** Where the build writes what it needs to run. */
  Path classPathFile(Path module) {
    return module.resolve("peers").resolve(folder).resolve("target").resolve("class-path");
  }
}
