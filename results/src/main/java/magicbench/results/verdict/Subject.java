package magicbench.results.verdict;

/** What a kind of trial is about, and the words that readers are told it in. */
public enum Subject {
  /** Texts, of which child models guess tokens or answer questions. */
  TEXT,
  /** Images, whose classes child models tell. */
  IMAGES;

  private static final String IMAGE_DATA = "images";
  private static final String IMAGE_KINDS = "image-";

  /**
   * The subject of a kind of trial, told by its name.
   *
   * @param kind for instance {@code super-net} or {@code image-super-net}
   * @return images where it is {@code images} or begins with {@code image-}, else text
   */
  public static Subject of(String kind) {
    return kind.equals(IMAGE_DATA) || kind.startsWith(IMAGE_KINDS) ? IMAGES : TEXT;
  }

  /**
   * What losses are counted in.
   *
   * @return for instance {@code nats per token}
   */
  public String lossUnit() {
    return say("nats per token", "nats per image");
  }

  /**
   * What child models are scored on.
   *
   * @return for instance {@code held-out text}
   */
  public String heldOut() {
    return say("held-out text", "held-out images");
  }

  /**
   * What a network's forward FLOPs and latency are those of, for a page of costs.
   *
   * @return some sentences
   */
  public String costs() {
    return say(
        "Parameters are counted, embeddings included. FLOPs are those of a masked language model's"
            + " forward pass over one text that fills the network, with the output layer at 15 % of"
            + " its places; looking up embeddings costs none. Latency is the median time of the"
            + " classifier's answer to such a text on one thread, on the machine that trained it,"
            + " which another trial may have kept busy.",
        "Parameters are counted, those of the output layer included. FLOPs are those of an image"
            + " classifier's forward pass over one image of the size that it is scored at. Latency"
            + " is the median time of its answer to such an image on one thread, on the machine"
            + " that trained it, which another trial may have kept busy.");
  }

  /** What nothing may be scored on, being what it was trained on. */
  String seenBefore() {
    return say("text that it trained on", "images that it trained on");
  }

  /** How much of what is scored on was trained on. */
  String shareInTraining() {
    return say(
        "largest share of the scoring text's runs of tokens in training text",
        "largest share of the scoring images among training images");
  }

  /** The entropy of what is guessed, which frequencies alone reach. */
  String entropy() {
    return say("unigram entropy", "entropy of the classes");
  }

  /** What is known without a network. */
  String frequencies() {
    return say("the frequencies of tokens", "the frequencies of classes");
  }

  /** What knows nothing. */
  String untaught() {
    return say("what has read nothing", "what has seen nothing");
  }

  private String say(String ofText, String ofImages) {
    return this == TEXT ? ofText : ofImages;
  }
}
