package magicbench.harness.experiment;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import magicbench.harness.data.CorpusSettings;
import magicbench.harness.data.EmbeddedExamples;
import magicbench.harness.data.EmbeddedTask;
import magicbench.results.file.BoundedInput;
import magicbench.results.file.InputException;
import magicbench.results.file.Json;
import magicbench.results.file.WholeFile;

/**
 * An embedded task's examples in a file: made once, read by every trial that trains on them.
 *
 * @param validationPercent the share of groups that the corpus holds out, in percent
 * @param examples both parts
 */
record ExamplesFile(int validationPercent, EmbeddedExamples examples) {

  private static final int MAX_BYTES = 1 << 26;
  private static final String REMEDY = "delete it and run again the trial that wrote it";

  /** The file's name within the output of the trial that made it. */
  static String name(EmbeddedTask task) {
    return "examples-" + task.title() + ".json";
  }

  /**
   * Writes it.
   *
   * @param artifact the writing trial's output
   * @throws InputException when the disk refuses
   */
  void write(Path artifact) {
    WholeFile.write(artifact.resolve(name(examples.task())), Json.write(this));
  }

  /**
   * Reads it.
   *
   * @throws InputException when it is missing, damaged or too large
   */
  static ExamplesFile read(Path file) {
    try (InputStream in = Files.newInputStream(file)) {
      byte[] text = BoundedInput.read(file.toString(), in, MAX_BYTES);
      return Json.json().treeToValue(Json.tree(file.toString(), text, REMEDY), ExamplesFile.class);
    } catch (JsonProcessingException e) {
      throw Json.fault(file.toString(), e);
    } catch (IOException e) {
      throw new InputException(file.toString(), "could not be read", REMEDY, e);
    }
  }

  /** Whether these are a task's examples, none of which a corpus trains on. */
  boolean isFor(EmbeddedTask task, CorpusSettings corpus) {
    return examples.task() == task
        && corpus.text().equals(CorpusSettings.EMBEDDED)
        && corpus.validationPercent() == validationPercent;
  }
}
