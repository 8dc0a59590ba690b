package magicbench.harness.experiment;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import magicbench.harness.data.LabelledExample;
import magicbench.harness.data.TextTask;
import magicbench.results.plan.Seeds;
import magicbench.results.record.Provenance;
import org.apache.commons.rng.sampling.PermutationSampler;

/**
 * What a child model is fine-tuned on.
 *
 * @param task what it is to tell apart
 * @param train what it is trained on
 * @param dev what it is scored on
 * @param tests what is only answered, by the name of the record's table that the answers go to
 * @param malformedLines how many lines of the files were passed over
 * @param data the files
 */
record TaskParts(
    TextTask task,
    List<LabelledExample> train,
    List<LabelledExample> dev,
    SortedMap<String, List<LabelledExample>> tests,
    int malformedLines,
    List<Provenance.DataFile> data) {

  TaskParts {
    train = List.copyOf(train);
    dev = List.copyOf(dev);
    tests = Collections.unmodifiableSortedMap(new TreeMap<>(tests));
    data = List.copyOf(data);
  }

  /**
   * The same with no more than so many examples to train on.
   *
   * @param most null for all; else which ones are taken depends on how many there are only, and
   *     their order stays
   */
  TaskParts atMost(Integer most) {
    if (most == null || most >= train.size()) {
      return this;
    }
    int[] order = PermutationSampler.natural(train.size());
    PermutationSampler.shuffle(new Seeds(0).random("examples"), order);
    List<LabelledExample> taken =
        Arrays.stream(order).limit(most).sorted().mapToObj(train::get).toList();
    return new TaskParts(task, taken, dev, tests, malformedLines, data);
  }
}
