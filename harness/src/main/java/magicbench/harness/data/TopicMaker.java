package magicbench.harness.data;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import magicbench.harness.data.WordTree.Thing;
import magicbench.results.plan.Seeds;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.ListSampler;

/**
 * Makes {@link EmbeddedTask#TOPIC}: a definition, and which of the lexicographers' six largest
 * files of nouns its entry stands in. Each topic comes equally often.
 */
final class TopicMaker {

  /** The files' numbers (WordNet manual, lexnames(5)), in the order of the task's labels. */
  private static final List<Integer> FILES = List.of(4, 5, 6, 10, 18, 20);

  private static final int TRAINING_THINGS_A_TOPIC = 1_500;
  private static final int DEV_THINGS_A_TOPIC = 250;

  private final WordTree tree;
  private final int validationPercent;
  private final UniformRandomProvider random;

  TopicMaker(WordTree tree, int validationPercent) {
    this.tree = tree;
    this.validationPercent = validationPercent;
    this.random = new Seeds(0).random("embedded/" + EmbeddedTask.TOPIC.title());
  }

  EmbeddedExamples examples(DataSet dataSet) {
    return new EmbeddedExamples(
        EmbeddedTask.TOPIC,
        dataSet,
        examples(false, TRAINING_THINGS_A_TOPIC),
        examples(true, DEV_THINGS_A_TOPIC));
  }

  /** So many of every topic, or as many as the rarest has, by turns. */
  private List<LabelledExample> examples(boolean heldOut, int most) {
    List<List<Thing>> topics =
        FILES.stream().map(file -> things(file, heldOut)).collect(Collectors.toList());
    int each = topics.stream().mapToInt(List::size).reduce(most, Math::min);
    List<LabelledExample> examples = new ArrayList<>();
    for (int place = 0; place < each; place++) {
      for (int label = 0; label < topics.size(); label++) {
        examples.add(
            new LabelledExample(
                examples.size() + 1L,
                topics.get(label).get(place).definition(),
                Optional.empty(),
                OptionalDouble.of(label)));
      }
    }
    return examples;
  }

  private List<Thing> things(int file, boolean heldOut) {
    List<Thing> things =
        tree.things(heldOut, validationPercent).stream()
            .filter(thing -> thing.topic() == file)
            .collect(Collectors.toCollection(ArrayList::new));
    ListSampler.shuffle(random, things);
    return things;
  }
}
