package magicbench.harness.data;

import java.util.List;
import magicbench.harness.data.WordTree.Thing;

/**
 * Makes {@link EmbeddedTask#TOPIC}: a definition, and which of the lexicographers' six largest
 * files of nouns its entry stands in.
 *
 * @param tree the nouns
 * @param validationPercent the share of groups that the corpus holds out, in percent
 */
record TopicMaker(WordTree tree, int validationPercent) {

  /** The files' numbers (WordNet manual, lexnames(5)), in the order of the task's labels. */
  private static final List<Integer> FILES = List.of(4, 5, 6, 10, 18, 20);

  private static final int TRAINING_THINGS_A_TOPIC = 1_500;
  private static final int DEV_THINGS_A_TOPIC = 250;

  EmbeddedExamples examples(DataSet dataSet) {
    List<Thing> free = tree.things(false, validationPercent);
    List<Thing> held = tree.things(true, validationPercent);
    return new EvenClasses(EmbeddedTask.TOPIC, TRAINING_THINGS_A_TOPIC, DEV_THINGS_A_TOPIC)
        .examples(
            dataSet,
            FILES.stream()
                .map(
                    file -> new EvenClasses.Texts(definitions(file, free), definitions(file, held)))
                .toList());
  }

  private static List<String> definitions(int file, List<Thing> things) {
    return things.stream().filter(thing -> thing.topic() == file).map(Thing::definition).toList();
  }
}
