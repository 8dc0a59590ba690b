package magicbench.harness.data;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Makes {@link EmbeddedTask#WORD_CLASS}: a definition, and whether its entry is a noun, a verb, an
 * adjective or an adverb.
 *
 * @param jar WordNet's
 * @param validationPercent the share of groups that the corpus holds out, in percent
 */
record WordClassMaker(Path jar, int validationPercent) {

  /** As WordNet's files are called, in the order of the task's labels. */
  private static final List<String> FILES = List.of("noun", "verb", "adj", "adv");

  private static final int TRAINING_WORDS_A_CLASS = 2_500;
  private static final int DEV_WORDS_A_CLASS = 250;

  EmbeddedExamples examples(DataSet dataSet) {
    return new EvenClasses(EmbeddedTask.WORD_CLASS, TRAINING_WORDS_A_CLASS, DEV_WORDS_A_CLASS)
        .examples(dataSet, FILES.stream().map(this::texts).toList());
  }

  private EvenClasses.Texts texts(String partOfSpeech) {
    List<String> free = new ArrayList<>();
    List<String> heldOut = new ArrayList<>();
    SynsetLine.read(
        new Archive(jar),
        partOfSpeech,
        line -> {
          String group = WordNetReader.group(partOfSpeech, line);
          boolean held = GroupSplit.isHeldOut(group, validationPercent);
          (held ? heldOut : free).add(line.definition());
        });
    return new EvenClasses.Texts(free, heldOut);
  }
}
