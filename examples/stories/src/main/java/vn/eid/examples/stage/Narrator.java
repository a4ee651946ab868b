package vn.eid.examples.stage;

import java.io.PrintStream;

/** Tells a person what happens. */
public final class Narrator {
  private final PrintStream out;

  public Narrator(PrintStream out) {
    this.out = out;
  }

  /** Begins a story. */
  public void title(String text) {
    out.println();
    out.println(text);
    out.println("─".repeat(text.length()));
  }

  /** One line. */
  public void say(String text) {
    out.println(text);
  }
}
