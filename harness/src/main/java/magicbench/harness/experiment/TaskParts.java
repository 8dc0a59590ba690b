package magicbench.harness.experiment;

import java.util.List;
import magicbench.harness.data.LabelledExample;
import magicbench.harness.data.TextTask;
import magicbench.results.record.Provenance;

/**
 * What a child model is fine-tuned on.
 *
 * @param task what it is to tell apart
 * @param train what it is trained on
 * @param dev what it is scored on
 * @param malformedLines how many lines of the files were passed over
 * @param data the files
 */
record TaskParts(
    TextTask task,
    List<LabelledExample> train,
    List<LabelledExample> dev,
    int malformedLines,
    List<Provenance.DataFile> data) {

  TaskParts {
    train = List.copyOf(train);
    dev = List.copyOf(dev);
    data = List.copyOf(data);
  }
}
