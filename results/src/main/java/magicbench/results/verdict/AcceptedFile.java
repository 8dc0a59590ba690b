package magicbench.results.verdict;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import magicbench.results.file.InputException;
import magicbench.results.file.Json;
import magicbench.results.file.WholeFile;

/** The files {@code results/accepted/SCALE-DEVICE.json}. */
public final class AcceptedFile {

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
   * Reads accepted verdicts.
   *
   * @param file where from
   * @return what was written there
   * @throws InputException when the file can't be read, is of another format, or holds a word that
   *     is no verdict
   */
  public static AcceptedVerdicts read(Path file) {
    AcceptedVerdicts accepted =
        VerdictFile.read(file, AcceptedVerdicts.class, "restore it or run the command accept");
    VerdictFile.requireVersion(file, accepted.schemaVersion(), AcceptedVerdicts.SCHEMA_VERSION);
    accepted.entries().entrySet().forEach(entry -> requireVerdict(file, entry));
    return accepted;
  }

  private static void requireVerdict(Path file, Map.Entry<String, AcceptedVerdicts.Entry> entry) {
    List<String> known = Comparison.WORST_FIRST;
    if (!known.contains(entry.getValue().verdict())) {
      throw new InputException(
          file + ", entry " + entry.getKey(),
          "unknown verdict " + entry.getValue().verdict(),
          "use one of " + known);
    }
  }
}
