package magicbench.results.history;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import magicbench.results.file.BoundedInput;
import magicbench.results.file.Json;
import magicbench.results.file.JsonForm;
import magicbench.results.file.WholeFile;

/** The file {@code results/history/alarm-rates.json}. */
public final class AlarmRatesFile {

  /** The file's name in the folder of histories. */
  public static final String NAME = "alarm-rates.json";

  private static final int MAX_BYTES = 1 << 20;
  private static final String REMEDY = "restore it or run 'magicbench alarms'";
  private static final JsonForm FORM = JsonForm.of("alarm-rates");

  private AlarmRatesFile() {}

  /**
   * Writes the rates; equal ones give the same bytes.
   *
   * @param file where to; missing folders are made
   * @param rates what was measured
   * @throws magicbench.results.file.InputException when the disk refuses
   */
  public static void write(Path file, AlarmRates rates) {
    WholeFile.write(file, Json.write(rates));
  }

  /**
   * Reads the rates.
   *
   * @param file at most 1 MiB
   * @return what was written there; empty where there is no file
   * @throws magicbench.results.file.InputException when it isn't of that form
   */
  public static Optional<AlarmRates> read(Path file) {
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    JsonNode tree = Json.tree(file.toString(), BoundedInput.read(file, MAX_BYTES), REMEDY);
    FORM.check(file.toString(), tree, REMEDY);
    return Optional.of(Json.as(file.toString(), tree, AlarmRates.class));
  }
}
