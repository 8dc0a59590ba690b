package magicbench.harness.execution;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import magicbench.results.file.InputException;
import magicbench.results.file.Json;

/** The history of a trial: one line an event, never rewritten. */
final class Attempts {

  private final Path file;

  Attempts(Path file) {
    this.file = file;
  }

  /** The last line of every attempt so far, in order; a line cut off by a crash doesn't count. */
  List<Attempt> last() {
    SortedMap<Integer, Attempt> last = new TreeMap<>();
    for (Attempt line : lines()) {
      last.put(line.attempt(), line);
    }
    return List.copyOf(last.values());
  }

  /** When the first attempt began, in ISO 8601, UTC. */
  Optional<String> firstStart() {
    return lines().stream().map(Attempt::at).findFirst();
  }

  private List<Attempt> lines() {
    if (!Files.exists(file)) {
      return List.of();
    }
    List<Attempt> lines = new ArrayList<>();
    try {
      for (String line : Files.readAllLines(file, StandardCharsets.UTF_8)) {
        parse(line, lines);
      }
    } catch (IOException e) {
      throw new InputException(
          file.toString(), "could not be read (" + e.getMessage() + ")", "delete the file", e);
    }
    return lines;
  }

  private static void parse(String line, List<Attempt> into) {
    try {
      into.add(Json.json().readValue(line, Attempt.class));
    } catch (JsonProcessingException e) {
      // A process that was killed while it wrote leaves half a line; its event never took place.
      return;
    }
  }

  void append(Attempt line) {
    try {
      byte[] text = (Json.json().writeValueAsString(line) + "\n").getBytes(StandardCharsets.UTF_8);
      Files.write(file, text, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    } catch (IOException e) {
      throw new InputException(
          file.toString(),
          "could not be written (" + e.getMessage() + ")",
          "free space or choose another cache folder",
          e);
    }
  }
}
