package vn.eid.cli;

import java.io.Console;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.lang.reflect.InvocationTargetException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * What the program is called from.
 *
 * @param environment the environment variables
 * @param out for the summary, and what was asked for
 * @param err for progress and trouble
 * @param charset of both
 * @param isTerminal whether a person looks at it now
 */
record Shell(
    Map<String, String> environment,
    PrintStream out,
    PrintStream err,
    Charset charset,
    boolean isTerminal) {

  /** The shell of this process. */
  @SuppressWarnings("SystemConsoleNull") // it may be null on JDK 17, and later it is asked further
  static Shell real() {
    Console console = System.console();
    boolean terminal = console != null && isTerminal(console);
    Charset charset = console != null && terminal ? charsetOf(console) : StandardCharsets.UTF_8;
    return new Shell(
        System.getenv(),
        stream(FileDescriptor.out, charset),
        stream(FileDescriptor.err, charset),
        charset,
        terminal);
  }

  private static PrintStream stream(FileDescriptor descriptor, Charset charset) {
    return new PrintStream(new FileOutputStream(descriptor), true, charset);
  }

  /** A terminal that calls itself ASCII takes UTF-8 in practice: its locale was not set. */
  private static Charset charsetOf(Console console) {
    Charset own = console.charset();
    return own.equals(StandardCharsets.US_ASCII) ? StandardCharsets.UTF_8 : own;
  }

  /** Since JDK 22 there may be a console without a terminal, and a method that tells. */
  private static boolean isTerminal(Console console) {
    try {
      return (Boolean) Console.class.getMethod("isTerminal").invoke(console);
    } catch (NoSuchMethodException e) {
      return true;
    } catch (IllegalAccessException | InvocationTargetException e) {
      return false;
    }
  }
}
