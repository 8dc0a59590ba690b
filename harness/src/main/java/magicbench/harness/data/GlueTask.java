package magicbench.harness.data;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * The nine data sets of GLUE (Wang et al. 2019), in the layout that its authors hand out: a folder
 * each, tab-separated files without quotes, columns told by the first line.
 */
public enum GlueTask implements TextTask {
  /** Acceptability of a sentence. Training and development files have no line of names. */
  COLA("CoLA", "sentence", "label", "0,1"),
  /** Sentiment of a phrase from a film review. */
  SST2("SST-2", "sentence", "label", "0,1"),
  /** Whether two sentences from the news say the same. */
  MRPC("MRPC", "#1 String,#2 String", "Quality", "0,1"),
  /** Similarity of two sentences, a number from 0 to 5. */
  STSB("STS-B", "sentence1,sentence2", "score", ""),
  /** Whether two questions ask the same. */
  QQP("QQP", "question1,question2", "is_duplicate", "0,1"),
  /** Whether a sentence follows from another, contradicts it, or neither. */
  MNLI("MNLI", "sentence1,sentence2", "gold_label", "contradiction,entailment,neutral"),
  /** Whether a sentence answers a question. */
  QNLI("QNLI", "question,sentence", "label", "entailment,not_entailment"),
  /** Whether a sentence follows from another. */
  RTE("RTE", "sentence1,sentence2", "label", "entailment,not_entailment"),
  /** Whether a sentence with a pronoun resolved follows from the one before. */
  WNLI("WNLI", "sentence1,sentence2", "label", "0,1");

  private static final List<String> COLA_COLUMNS = List.of("source", "label", "mark", "sentence");

  private final String folder;
  private final String texts;
  private final String target;
  private final String labels;

  /** Lists are joined by commas: an enum's fields can't be lists that nobody may change. */
  GlueTask(String folder, String texts, String target, String labels) {
    this.folder = folder;
    this.texts = texts;
    this.target = target;
    this.labels = labels;
  }

  /**
   * About how many examples its training part has, for estimates of costs before anybody has the
   * files (rounded as in BigBird's table of GLUE).
   *
   * @return empty where it isn't told there
   */
  public OptionalInt roughTrainingExamples() {
    return switch (this) {
      case COLA -> OptionalInt.of(8_500);
      case SST2 -> OptionalInt.of(67_000);
      case MRPC -> OptionalInt.of(3_500);
      case STSB -> OptionalInt.of(5_700);
      case QQP -> OptionalInt.of(363_000);
      case MNLI -> OptionalInt.of(392_000);
      case QNLI -> OptionalInt.of(108_000);
      case RTE -> OptionalInt.of(2_500);
      case WNLI -> OptionalInt.empty();
    };
  }

  /** A part of a data set. MNLI alone has mismatched ones: other genres than those trained on. */
  public enum Part {
    /** To be trained on. */
    TRAIN("train", ""),
    /** With labels, to be scored on. */
    DEV("dev", "_matched"),
    /** MNLI's second development set. */
    DEV_MISMATCHED("dev", "_mismatched"),
    /** Without labels, to be sent in. */
    TEST("test", "_matched"),
    /** MNLI's second test set. */
    TEST_MISMATCHED("test", "_mismatched");

    private final String stem;
    private final String genres;

    Part(String stem, String genres) {
      this.stem = stem;
      this.genres = genres;
    }

    /**
     * Whether its labels are kept from us.
     *
     * @return whether it is a test set
     */
    public boolean isTest() {
      return stem.equals("test");
    }

    private boolean isMismatched() {
      return genres.equals("_mismatched");
    }
  }

  /**
   * The folder's name.
   *
   * @return as GLUE spells it
   */
  public String folder() {
    return folder;
  }

  /**
   * The names of a part's file.
   *
   * @param part the part
   * @return the file's name in the folder
   * @throws IllegalArgumentException when this data set has no such part
   */
  public String file(Part part) {
    if (this == MNLI) {
      return part.stem + part.genres + ".tsv";
    }
    if (!has(part)) {
      throw new IllegalArgumentException(folder + " has no part " + part);
    }
    return part.stem + ".tsv";
  }

  /**
   * Whether this data set has a part.
   *
   * @param part the part
   * @return false for the mismatched ones of any but MNLI
   */
  public boolean has(Part part) {
    return this == MNLI || !part.isMismatched();
  }

  /**
   * The columns that hold text.
   *
   * @return one name, or two for a data set of pairs
   */
  public List<String> texts() {
    return List.of(texts.split(","));
  }

  /**
   * The column that holds the label or the score.
   *
   * @return its name
   */
  public String target() {
    return target;
  }

  @Override
  public String mainMetric() {
    return this == COLA ? "matthews" : TextTask.super.mainMetric();
  }

  @Override
  public String title() {
    return folder;
  }

  @Override
  public List<String> labels() {
    return labels.isEmpty() ? List.of() : List.of(labels.split(","));
  }

  /** The columns of a file that has no line of names. */
  Optional<List<String>> columns(Part part) {
    return this == COLA && !part.isTest() ? Optional.of(COLA_COLUMNS) : Optional.empty();
  }
}
