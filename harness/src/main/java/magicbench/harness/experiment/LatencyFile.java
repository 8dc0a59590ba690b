package magicbench.harness.experiment;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import magicbench.harness.search.LatencyTable;
import magicbench.results.file.BoundedInput;
import magicbench.results.file.InputException;
import magicbench.results.file.Json;
import magicbench.results.file.WholeFile;

/**
 * A table of latencies, left by the trial that measured it for searches.
 *
 * @param settings what was measured
 * @param table the times
 */
record LatencyFile(LatencySettings settings, LatencyTable table) {

  static final String NAME = "latency.json";

  private static final int MAX_BYTES = 1 << 20;
  private static final String REMEDY = "delete it and run again the trial that wrote it";

  /**
   * Writes it.
   *
   * @param artifact the writing trial's output
   * @throws InputException when the disk refuses
   */
  void write(Path artifact) {
    WholeFile.write(artifact.resolve(NAME), Json.write(this));
  }

  /**
   * Reads it.
   *
   * @throws InputException when it is missing or no table
   */
  static LatencyFile read(Path file) {
    try (InputStream in = Files.newInputStream(file)) {
      byte[] text = BoundedInput.read(file.toString(), in, MAX_BYTES);
      return Json.json().treeToValue(Json.tree(file.toString(), text, REMEDY), LatencyFile.class);
    } catch (JsonProcessingException e) {
      throw Json.fault(file.toString(), e);
    } catch (IOException e) {
      throw new InputException(file.toString(), "could not be read", REMEDY, e);
    }
  }
}
