package magicbench.harness.data;

import java.util.OptionalInt;

/** Questions on texts whose answers stand in them. */
public enum ReadingTask {
  /** SQuAD 1.1: every question has an answer. */
  SQUAD_1("SQuAD-1.1", "train-v1.1.json", "dev-v1.1.json"),
  /** SQuAD 2.0: some questions have none. */
  SQUAD_2("SQuAD-2.0", "train-v2.0.json", "dev-v2.0.json"),
  /**
   * What a grammar checker's rule says of an error, and a sentence that has the error: which words
   * are wrong? Like SQuAD 1.1 in form; the build brings it along, and it is none of SQuAD's.
   */
  ERROR_SPAN("error-span", "error-span-train.json", "error-span-dev.json"),
  /**
   * The same, and as often the sentence as corrected, in which nothing is wrong. Like SQuAD 2.0 in
   * form.
   */
  ERROR_OR_NONE("error-or-none", "error-or-none-train.json", "error-or-none-dev.json"),
  /**
   * A dictionary's definitions of eight persons, places and the like in one text: what is one of
   * them, and when did it live? Like SQuAD 1.1 in form; it is none of SQuAD's.
   */
  ENTITIES("entities", "entities-train.json", "entities-dev.json");

  private final String title;
  private final String trainFile;
  private final String devFile;

  ReadingTask(String title, String trainFile, String devFile) {
    this.title = title;
    this.trainFile = trainFile;
    this.devFile = devFile;
  }

  /**
   * The task's name in settings, records and reports.
   *
   * @return what is SQuAD's bears SQuAD's name, and nothing else does
   */
  public String title() {
    return title;
  }

  /**
   * The name of the file that is trained on.
   *
   * @return as SQuAD's authors call it, where it is theirs
   */
  public String trainFile() {
    return trainFile;
  }

  /**
   * The name of the file that is scored on.
   *
   * @return as SQuAD's authors call it, where it is theirs
   */
  public String devFile() {
    return devFile;
  }

  /**
   * Whether the build brings it along.
   *
   * @return false for SQuAD's own files
   */
  public boolean isEmbedded() {
    return this != SQUAD_1 && this != SQUAD_2;
  }

  /**
   * How many questions its training part has, for estimates of costs before anybody has the files
   * (TensorFlow Datasets' catalogue).
   *
   * @return empty where the build makes them
   */
  public OptionalInt trainingQuestions() {
    return switch (this) {
      case SQUAD_1 -> OptionalInt.of(87_599);
      case SQUAD_2 -> OptionalInt.of(130_319);
      case ERROR_SPAN, ERROR_OR_NONE, ENTITIES -> OptionalInt.empty();
    };
  }

  /**
   * Whether some questions have no answer.
   *
   * @return then a threshold says when none is given
   */
  public boolean asksWhatHasNoAnswer() {
    return this == SQUAD_2 || this == ERROR_OR_NONE;
  }
}
