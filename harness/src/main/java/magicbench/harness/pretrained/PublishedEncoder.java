package magicbench.harness.pretrained;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import magicbench.harness.data.DataFiles;
import magicbench.harness.data.TextEncoder;
import magicbench.harness.operator.Padding;
import magicbench.harness.supernet.ChainSuperNet;
import magicbench.results.plan.Seeds;

/**
 * A published network, run by our own code. One thread at a time. Close it at the end: it frees its
 * weights.
 */
public final class PublishedEncoder implements AutoCloseable {

  private final PublishedModel model;
  private final ChainSuperNet net;
  private final TextEncoder texts;

  private PublishedEncoder(PublishedModel model, ChainSuperNet net, TextEncoder texts) {
    this.model = model;
    this.net = net;
    this.texts = texts;
  }

  /**
   * A guess at a hidden word.
   *
   * @param piece the word piece
   * @param probability from 0 to 1
   */
  public record Guess(String piece, double probability) {}

  /**
   * Reads a model.
   *
   * @param model which
   * @param sequence how many places the network is to have, 1 to {@link PublishedModel#POSITIONS}
   * @param files finds its file
   * @param parent the manager, hence the device, to put the weights under
   * @return the network, filled
   * @throws magicbench.results.file.InputException when a file is missing or wrong
   */
  public static PublishedEncoder load(
      PublishedModel model, int sequence, DataFiles files, NDManager parent) {
    Path file = files.resolve(model.dataSet());
    TextEncoder texts = TextEncoder.ofBert(files);
    ChainSuperNet net =
        new ChainSuperNet(model.layout().size(texts.vocabulary(), sequence), new Seeds(0), parent);
    PublishedEncoder encoder = new PublishedEncoder(model, net, texts);
    try {
      new PublishedWeights(model.read(file), net).fill(model.hasMaskedHead());
      return encoder;
    } catch (RuntimeException e) {
      encoder.close();
      throw e;
    }
  }

  /**
   * The network.
   *
   * @return the super-net whose child model {@link PublishedModel#layout} it is; closed with this
   */
  public ChainSuperNet net() {
    return net;
  }

  /**
   * How many of its weights were published: all but a masked-LM head that wasn't.
   *
   * @return the weights' sizes, added
   */
  public long publishedParameters() {
    return (model.hasMaskedHead()
            ? net.parametersOf(model.child())
            : net.encoderParametersOf(model.child()))
        .stream().mapToLong(weight -> weight.array().size()).sum();
  }

  /**
   * What it takes for a hidden word.
   *
   * @param text a text that hides one word as {@code [MASK]}
   * @param most how many guesses
   * @return the likeliest pieces, the likeliest first
   * @throws IllegalArgumentException when the text hides no word or is longer than the network, or
   *     the model has no masked-LM head
   */
  public List<Guess> guesses(String text, int most) {
    if (!model.hasMaskedHead()) {
      throw new IllegalArgumentException(model.title() + " has no masked-LM head");
    }
    int[] pieces = texts.encodeMasked(text);
    int hidden =
        IntStream.range(0, pieces.length)
            .filter(p -> pieces[p] == texts.mask())
            .findFirst()
            .orElseThrow();
    try (NDManager scope = net.newScope()) {
      NDArray ids = ids(scope, List.of(pieces), pieces.length);
      NDArray stream = net.encode(model.layout().child(), ids, Padding.NONE);
      NDArray scores = net.score(stream, scope.create(new long[] {hidden}));
      float[] shares = scores.softmax(-1).toFloatArray();
      return IntStream.range(0, shares.length)
          .boxed()
          .sorted(Comparator.comparingDouble(id -> -shares[id]))
          .limit(most)
          .map(id -> new Guess(texts.piece(id), shares[id]))
          .toList();
    }
  }

  /**
   * Vectors of texts: the mean over all places, of length 1.
   *
   * @param sentences the texts; one that has more pieces than the network has places loses its last
   *     ones
   * @return one vector of H numbers a text
   */
  public List<float[]> vectors(List<String> sentences) {
    List<int[]> rows = texts.encode(sentences, List.of(), net.size().sequence());
    int[] lengths = rows.stream().mapToInt(row -> row.length).toArray();
    int longest = Arrays.stream(lengths).max().orElseThrow();
    try (NDManager scope = net.newScope()) {
      Padding padding = Padding.of(scope, lengths, longest);
      NDArray mean =
          padding.mean(net.encode(model.layout().child(), ids(scope, rows, longest), padding));
      NDArray length = mean.square().sum(new int[] {1}, true).sqrt();
      List<float[]> vectors = new ArrayList<>();
      NDList each = mean.div(length).split(rows.size());
      each.forEach(vector -> vectors.add(vector.toFloatArray()));
      return vectors;
    }
  }

  private NDArray ids(NDManager scope, List<int[]> rows, int longest) {
    long[] ids = new long[rows.size() * longest];
    Arrays.fill(ids, texts.pad());
    for (int row = 0; row < rows.size(); row++) {
      for (int place = 0; place < rows.get(row).length; place++) {
        ids[row * longest + place] = rows.get(row)[place];
      }
    }
    return scope.create(ids, new Shape(rows.size(), longest));
  }

  /** Frees the weights and the vocabulary. */
  @Override
  public void close() {
    net.close();
    texts.close();
  }
}
