package magicbench.harness.execution;

import java.io.PrintWriter;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a worker says on its standard output, line by line; what isn't meant for its parent goes to
 * the trial's log, and so do warnings.
 */
final class Conversation {

  private static final Pattern MOVED =
      Pattern.compile(Worker.PROGRESS + "([0-9]+(?:\\.[0-9]+)?(?:E-?[0-9]+)?) (.*)");
  private static final String WARNING = "warning: ";

  private final Crew.Listener listener;
  private boolean cached;
  private boolean waits;
  private Optional<String> fault = Optional.empty();

  Conversation(Crew.Listener listener) {
    this.listener = listener;
  }

  void hear(String line, PrintWriter log) {
    Matcher moved = MOVED.matcher(line);
    if (moved.matches()) {
      moved(Double.parseDouble(moved.group(1)), moved.group(2), log);
    } else if (line.startsWith(Worker.FAULT)) {
      fault = Optional.of(line.substring(Worker.FAULT.length()));
    } else if (line.equals(Worker.WAITS)) {
      waits = true;
    } else if (line.equals(Worker.CACHED)) {
      cached = true;
    } else if (!line.equals(Worker.ALIVE) && !line.isEmpty()) {
      log.println(line);
    }
  }

  private void moved(double share, String message, PrintWriter log) {
    if (message.startsWith(WARNING)) {
      log.println(message);
    }
    listener.moved(share, message);
  }

  /** Whether the trial went well and its worker waits for another order. */
  boolean waits() {
    return waits;
  }

  /** Whether the record was there already. */
  boolean cached() {
    return cached;
  }

  /** The message for the user, where settings, data or disk were not as they must be. */
  Optional<String> fault() {
    return fault;
  }
}
