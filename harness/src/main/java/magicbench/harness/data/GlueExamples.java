package magicbench.harness.data;

import java.util.List;

/**
 * A part of a GLUE data set.
 *
 * @param task which data set
 * @param part which part of it
 * @param sha256 of the file's bytes
 * @param examples in the order of the file, at least one
 * @param malformed the lines that were passed over, each with what is wrong with it
 */
public record GlueExamples(
    GlueTask task,
    GlueTask.Part part,
    String sha256,
    List<LabelledExample> examples,
    List<String> malformed) {

  /** Keeps immutable copies. */
  public GlueExamples {
    examples = List.copyOf(examples);
    malformed = List.copyOf(malformed);
  }
}
