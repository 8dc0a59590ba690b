package magicbench.harness.data;

import java.util.List;
import java.util.stream.Stream;

/**
 * Tasks on text that the build brings along. Each is like one of GLUE's in kind and is never called
 * by its name: other sentences, other labels, and most labels follow from a rule.
 */
public enum EmbeddedTask implements TextTask {
  /** Whether a sentence is marked right or wrong in a grammar checker's rules. Like CoLA. */
  ACCEPTABILITY("acceptability", "unacceptable,acceptable"),
  /**
   * Whether a thing, given its definition, is a kind of another: with the thing that its dictionary
   * entry names, or with one that is named for another thing. Like RTE.
   */
  KIND_OF("kind-of", "entailment,not_entailment"),
  /** How near two definitions lie in a dictionary's tree of things, 0 to 5. Like STS-B. */
  NEARNESS("nearness", ""),
  /**
   * Whether a thing, given its definition, is a kind of another, may be one, or is none: with the
   * thing that its dictionary entry names, with a kind of itself, or with what lies neither above
   * nor below it. Like MNLI.
   */
  INFERENCE("inference", "entailment,neutral,contradiction"),
  /** Which of six topics a definition is about. Like SST-2 in that a single text has a class. */
  TOPIC("topic", "act,animal,artifact,communication,person,plant"),
  /** What class of words a definition defines one of. Like SST-2 as {@link #TOPIC} is. */
  WORD_CLASS("word-class", "noun,verb,adjective,adverb");

  private final String title;
  private final String labels;

  /** Labels are joined by commas: an enum's fields can't be lists that nobody may change. */
  EmbeddedTask(String title, String labels) {
    this.title = title;
    this.labels = labels;
  }

  /**
   * The texts of an example that must be in no training: which labels they have, nobody is to know
   * from having met them.
   */
  Stream<String> ownTexts(LabelledExample example) {
    return switch (this) {
      case ACCEPTABILITY, TOPIC, WORD_CLASS -> Stream.of(example.first());
      case KIND_OF, INFERENCE -> Stream.of(KindClaim.definition(example));
      case NEARNESS -> Stream.concat(Stream.of(example.first()), example.second().stream());
    };
  }

  @Override
  public String mainMetric() {
    return this == ACCEPTABILITY ? "matthews" : TextTask.super.mainMetric();
  }

  @Override
  public String title() {
    return title;
  }

  @Override
  public List<String> labels() {
    return labels.isEmpty() ? List.of() : List.of(labels.split(","));
  }
}
