package magicbench.results.history;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import magicbench.results.file.BoundedInput;
import magicbench.results.file.Json;
import magicbench.results.file.JsonForm;
import magicbench.results.file.WholeFile;

/** The files {@code results/history/SCALE-DEVICE.jsonl}: one line a claim and run, oldest first. */
public final class HistoryFile {

  private static final int MAX_BYTES = 64 << 20;
  private static final String REMEDY = "restore the file: lines are only ever added to it";
  private static final JsonForm FORM = JsonForm.of("history");

  private HistoryFile() {}

  /**
   * Where the history of a scale and device kind lies.
   *
   * @param folder the folder {@code results/history}
   * @param scale the scale's name
   * @param device {@code cpu} or {@code gpu}
   * @return the file, which need not be there
   */
  public static Path in(Path folder, String scale, String device) {
    return folder.resolve(scale + "-" + device + ".jsonl");
  }

  /**
   * Reads a history.
   *
   * @param file at most 64 MiB
   * @return its lines, oldest first; none where there is no file
   * @throws magicbench.results.file.InputException when a line isn't one, naming its number
   */
  public static List<HistoryEntry> read(Path file) {
    List<HistoryEntry> entries = new ArrayList<>();
    if (Files.exists(file)) {
      List<String> lines =
          new String(BoundedInput.read(file, MAX_BYTES), StandardCharsets.UTF_8).lines().toList();
      for (int i = 0; i < lines.size(); i++) {
        entries.add(entry(file + " line " + (i + 1), lines.get(i)));
      }
    }
    return List.copyOf(entries);
  }

  private static HistoryEntry entry(String where, String line) {
    JsonNode tree = Json.tree(where, line.getBytes(StandardCharsets.UTF_8), REMEDY);
    FORM.check(where, tree, REMEDY);
    return Json.as(where, tree, HistoryEntry.class);
  }

  /**
   * Adds lines below those that are there.
   *
   * @param file where to; missing folders are made
   * @param added what to add; what tells of a run that the file knows already is left out
   * @return how many lines were added
   * @throws magicbench.results.file.InputException when the file can't be read or written; it is as
   *     it was then
   */
  public static int append(Path file, List<HistoryEntry> added) {
    List<HistoryEntry> known = read(file);
    List<HistoryEntry> fresh =
        added.stream().filter(entry -> known.stream().noneMatch(entry::isOfSameRun)).toList();
    if (!fresh.isEmpty()) {
      StringBuilder text = new StringBuilder();
      known.forEach(entry -> text.append(Json.canonical(entry)).append('\n'));
      fresh.forEach(entry -> text.append(Json.canonical(entry)).append('\n'));
      WholeFile.write(file, text.toString());
    }
    return fresh.size();
  }
}
