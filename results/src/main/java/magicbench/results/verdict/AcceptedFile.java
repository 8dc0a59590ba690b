package magicbench.results.verdict;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.Map;
import magicbench.results.file.InputException;
import magicbench.results.file.Json;
import magicbench.results.file.JsonForm;
import magicbench.results.file.WholeFile;

/** The files {@code results/accepted/SCALE-DEVICE.json}. */
public final class AcceptedFile {

  private static final int MAX_BYTES = 16 << 20;
  private static final int OLDEST_VERSION = 1;
  private static final JsonForm FORM = JsonForm.of("accepted");

  private AcceptedFile() {}

  /**
   * Where the accepted verdicts of a scale and device kind stand.
   *
   * @param folder the folder {@code results/accepted}
   * @param scale the scale's name
   * @param device {@code cpu} or {@code gpu}
   * @return the file, which need not be there
   */
  public static Path in(Path folder, String scale, String device) {
    return folder.resolve(scale + "-" + device + ".json");
  }

  /**
   * Writes accepted verdicts; equal ones give the same bytes.
   *
   * @param file where to; missing folders are made
   * @param accepted the verdicts
   * @throws InputException when the disk refuses
   */
  public static void write(Path file, AcceptedVerdicts accepted) {
    WholeFile.write(file, Json.write(accepted));
  }

  /**
   * Reads accepted verdicts, also those of version 1, which name no records.
   *
   * @param file where from, at most 16 MiB
   * @return what was written there
   * @throws InputException when the file can't be read, is of another format, breaks the schema or
   *     holds a word that is no verdict
   */
  public static AcceptedVerdicts read(Path file) {
    String remedy = "restore it or run the command accept";
    JsonNode tree = VerdictFile.tree(file, MAX_BYTES, remedy);
    VerdictFile.requireVersion(file, tree, OLDEST_VERSION, AcceptedVerdicts.SCHEMA_VERSION);
    requireWords(file, tree.path("entries"));
    FORM.check(file.toString(), tree, remedy);
    return Json.as(file.toString(), tree, AcceptedVerdicts.class);
  }

  private static void requireWords(Path file, JsonNode entries) {
    for (Map.Entry<String, JsonNode> entry : entries.properties()) {
      String word = entry.getValue().path("verdict").asText();
      if (!Comparison.WORST_FIRST.contains(word)) {
        throw new InputException(
            file + ", entry " + entry.getKey(),
            "unknown verdict " + word,
            "use one of " + Comparison.WORST_FIRST);
      }
    }
  }
}
