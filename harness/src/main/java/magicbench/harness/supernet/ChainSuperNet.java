package magicbench.harness.supernet;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.ndarray.types.DataType;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.stream.IntStream;
import magicbench.harness.operator.Norm;
import magicbench.harness.operator.Operator;
import magicbench.harness.operator.OperatorWeights;
import magicbench.harness.operator.Padding;
import magicbench.harness.space.Architecture;
import magicbench.harness.space.ChainSpace;
import magicbench.harness.space.Form;
import magicbench.harness.space.NetworkSize;
import magicbench.harness.space.OperatorSpec;
import magicbench.results.plan.Seeds;

/**
 * A masked language model that holds one set of weights for every (layer, operator) pair.
 *
 * <p>Token and learned position embedding; the path's residual layers; then, at the masked places
 * only, a LayerNorm and a head tied to the token table with a bias of its own. No dropout. BERT's
 * form ({@link Form}) has a LayerNorm on the embedding, one behind each layer's sum, and a linear
 * map with a GELU in front of the head's LayerNorm.
 *
 * <p>One thread at a time. Call {@link #close} at the end: it frees all weights.
 */
public final class ChainSuperNet implements SuperNet {

  private static final String EMBEDDING = "embedding";
  private static final String HEAD = "head";

  private final NetworkSize size;
  private final NDManager manager;
  private final WeightTable table;
  private final OperatorWeights embedding;
  private final OperatorWeights head;
  private final Map<String, Operator> operators = new LinkedHashMap<>();
  private final Map<String, OperatorWeights> operatorWeights = new LinkedHashMap<>();

  /**
   * Makes a fresh super-net.
   *
   * @param size the space, the vocabulary and the sequence length
   * @param seeds where the initial weights come from
   * @param parent the manager, hence the device, to put the weights under
   */
  public ChainSuperNet(NetworkSize size, Seeds seeds, NDManager parent) {
    this(size, seeds, parent, DataType.FLOAT32);
  }

  /**
   * Makes a fresh super-net of another precision, for gradient checks.
   *
   * @param size the space, the vocabulary and the sequence length
   * @param seeds where the initial weights come from
   * @param parent the manager, hence the device, to put the weights under
   * @param type FLOAT32 or FLOAT64
   */
  public ChainSuperNet(NetworkSize size, Seeds seeds, NDManager parent, DataType type) {
    this.size = size;
    this.manager = parent.newSubManager();
    int hidden = size.space().hidden();
    this.table = new WeightTable(manager, InitialValues.byWidth(seeds, hidden), type);
    this.embedding = table.create(EMBEDDING, EndWeights.ofEmbedding(size));
    this.head = table.create(HEAD, EndWeights.ofHead(size));
    createOperators(size.space());
  }

  private void createOperators(ChainSpace space) {
    for (OperatorSpec spec : space.operators()) {
      Operator operator = Operator.of(spec, space.hidden(), space.form());
      operators.put(spec.name(), operator);
      for (int layer = 0; layer < space.layers(); layer++) {
        String owner = LayerNames.of(layer, spec.name());
        operatorWeights.put(owner, table.create(owner, operator.weights()));
      }
    }
  }

  @Override
  public NetworkSize size() {
    return size;
  }

  @Override
  public NDManager newScope() {
    return manager.newSubManager();
  }

  /**
   * The scores of all tokens at the masked places.
   *
   * @param architecture a child model of the space
   * @param batch the batch
   * @return (masked, vocabulary), in the batch's manager
   */
  @Override
  public NDArray logits(Architecture architecture, BatchArrays batch) {
    return score(layers(architecture, embed(batch), Padding.NONE, LayerWatcher.NONE), batch);
  }

  /**
   * A forward pass that keeps every layer's input and branch.
   *
   * @param architecture a child model of the space
   * @param batch the batch
   * @return loss and layers, in the batch's manager
   */
  @Override
  public Trace trace(Architecture architecture, BatchArrays batch) {
    size.space().check(architecture);
    List<Trace.Layer> layers = new ArrayList<>();
    NDArray stream = embed(batch);
    for (int layer = 0; layer < architecture.operators().size(); layer++) {
      NDArray input = stream;
      String operator = architecture.operators().get(layer);
      Optional<NDArray> branch = branch(layer, operator, input, Padding.NONE);
      layers.add(new Trace.Layer(input, branch));
      stream = output(layer, operator, input, branch);
    }
    return new Trace(loss(stream, batch), layers, stream);
  }

  /**
   * The residual stream that enters the first layer.
   *
   * @param batch the batch
   * @return (batch, sequence, H), in the batch's manager
   */
  @Override
  public NDArray embed(BatchArrays batch) {
    return embedded(
        EndWeights.rows(TokenArrays.in(batch).ids(), embedding.get(EndWeights.TOKEN))
            .add(embedding.get(EndWeights.POSITION)));
  }

  private NDArray embedded(NDArray sum) {
    return size.space().form().normalisesEmbedding() ? normal(sum, embedding) : sum;
  }

  /**
   * What a child model makes of sequences that may end early.
   *
   * @param architecture a child model of the space
   * @param ids token ids, (batch, sequence), 64-bit integers, the sequence no longer than the
   *     super-net's
   * @param padding which places are behind a sequence's end
   * @return the last layer's output, (batch, sequence, H), in the ids' manager; of no meaning
   *     behind a sequence's end
   */
  public NDArray encode(Architecture architecture, NDArray ids, Padding padding) {
    return layers(architecture, embed(ids), padding, LayerWatcher.NONE);
  }

  /**
   * What a child model's layers make of what enters the first.
   *
   * @param architecture a child model of the space
   * @param first (batch, sequence, H)
   * @param padding which places are behind a sequence's end
   * @param watcher is shown what enters each layer
   * @return the last layer's output, same shape, in the same manager
   */
  public NDArray layers(
      Architecture architecture, NDArray first, Padding padding, LayerWatcher watcher) {
    size.space().check(architecture);
    NDArray stream = first;
    for (int layer = 0; layer < architecture.operators().size(); layer++) {
      watcher.enters(layer, stream);
      stream = layer(layer, architecture.operators().get(layer), stream, padding);
    }
    return stream;
  }

  /**
   * The residual stream that enters the first layer, of sequences that may end early.
   *
   * @param ids token ids, (batch, sequence), as {@link #encode} takes them
   * @return (batch, sequence, H), in the ids' manager
   */
  public NDArray embed(NDArray ids) {
    long places = ids.getShape().get(1);
    if (places > size.sequence()) {
      throw new IllegalArgumentException(
          "a sequence of " + places + " places; the network has " + size.sequence());
    }
    NDArray positions = embedding.get(EndWeights.POSITION).get(new NDIndex("0:" + places));
    positions.attach(ids.getManager());
    return embedded(EndWeights.rows(ids, embedding.get(EndWeights.TOKEN)).add(positions));
  }

  @Override
  public NDArray layer(int layer, String operator, NDArray stream, BatchArrays batch) {
    return layer(layer, operator, stream);
  }

  /**
   * The residual stream after one operator of one layer.
   *
   * @param layer the layer, from 0
   * @param operator one of its candidates
   * @param stream what enters it, (batch, sequence, H)
   * @return what leaves it, same shape, in the same manager; the stream itself for the identity
   */
  public NDArray layer(int layer, String operator, NDArray stream) {
    return layer(layer, operator, stream, Padding.NONE);
  }

  private NDArray layer(int layer, String operator, NDArray stream, Padding padding) {
    return output(layer, operator, stream, branch(layer, operator, stream, padding));
  }

  /**
   * Where the places of one layer look.
   *
   * @param layer the layer, from 0
   * @param operator one of its candidates
   * @param stream what enters it, (batch, sequence, H)
   * @param padding which places are behind a sequence's end
   * @return see {@link Operator#attention}
   */
  public Optional<NDArray> attention(int layer, String operator, NDArray stream, Padding padding) {
    return operators
        .get(operator)
        .attention(stream, operatorWeights.get(LayerNames.of(layer, operator)), padding);
  }

  private NDArray output(int layer, String operator, NDArray stream, Optional<NDArray> branch) {
    return operators
        .get(operator)
        .output(stream, branch, operatorWeights.get(LayerNames.of(layer, operator)));
  }

  private Optional<NDArray> branch(int layer, String operator, NDArray stream, Padding padding) {
    return operators
        .get(operator)
        .branch(stream, operatorWeights.get(LayerNames.of(layer, operator)), padding);
  }

  /**
   * The mean cross-entropy of the masked tokens, given the last layer's output.
   *
   * @param stream (batch, sequence, H)
   * @param batch the batch
   * @return a scalar in nats that lives in the stream's manager, as all that is made on the way
   */
  @Override
  public NDArray loss(NDArray stream, BatchArrays batch) {
    return crossEntropy(score(stream, batch), batch);
  }

  /**
   * The mean cross-entropy of the masked tokens, given their scores.
   *
   * @param logits (masked, vocabulary), as {@link #logits} gives them
   * @param batch the batch
   * @return a scalar in nats that lives in the scores' manager
   */
  @Override
  public NDArray crossEntropy(NDArray logits, BatchArrays batch) {
    return logits.logSoftmax(-1).gather(TokenArrays.in(batch).targets(), 1).mean().neg();
  }

  private NDArray score(NDArray stream, BatchArrays batch) {
    return score(stream, TokenArrays.in(batch).positions());
  }

  /**
   * The scores of all tokens at some places.
   *
   * @param stream the last layer's output, (batch, sequence, H)
   * @param positions flat places (row · sequence + column), (masked), 64-bit integers
   * @return (masked, vocabulary), in the stream's manager
   */
  public NDArray score(NDArray stream, NDArray positions) {
    NDArray masked = EndWeights.rows(positions, stream.reshape(-1, size.space().hidden()));
    masked.attach(stream.getManager()); // whoever scores many streams of a batch frees each
    return EndWeights.linear(
        normal(EndWeights.transformed(masked, head, size.space().form()), head),
        embedding.get(EndWeights.TOKEN),
        head.get(EndWeights.BIAS));
  }

  private NDArray normal(NDArray array, OperatorWeights weights) {
    return Norm.of(array, weights.get(Norm.GAIN), weights.get(Norm.SHIFT), size.space().form());
  }

  @Override
  public SortedMap<String, Weight> weights() {
    return Collections.unmodifiableSortedMap(table.all());
  }

  @Override
  public List<Weight> parametersOf(Architecture architecture) {
    List<Weight> used = new ArrayList<>(table.ownedBy(EMBEDDING));
    used.addAll(table.ownedBy(HEAD));
    for (int layer = 0; layer < architecture.operators().size(); layer++) {
      used.addAll(parametersOf(layer, architecture.operators().get(layer)));
    }
    return used;
  }

  /**
   * The weights that {@link #encode} uses: a child model's without those of the masked-LM head.
   *
   * @param architecture a child model of the space
   * @return weights in the order of {@link #parametersOf(Architecture)}
   */
  public List<Weight> encoderParametersOf(Architecture architecture) {
    return parametersOf(architecture).stream()
        .filter(weight -> !weight.name().startsWith(HEAD + "/"))
        .toList();
  }

  /**
   * How deep a weight lies in a child model.
   *
   * @param weight a weight
   * @param architecture a child model of the space
   * @return 0 for an embedding, n for one of the n-th layer; empty for a weight that isn't among
   *     {@link #encoderParametersOf}
   */
  public OptionalInt depth(Weight weight, Architecture architecture) {
    if (weight.name().startsWith(EMBEDDING + "/")) {
      return OptionalInt.of(0);
    }
    List<String> path = architecture.operators();
    return IntStream.range(0, path.size())
        .filter(layer -> weight.name().startsWith(LayerNames.of(layer, path.get(layer)) + "/"))
        .map(layer -> layer + 1)
        .findFirst();
  }

  @Override
  public List<Weight> parametersOf(int layer, String operator) {
    return table.ownedBy(LayerNames.of(layer, operator));
  }

  @Override
  public void assign(String name, float[] values) {
    table.assign(name, values);
  }

  /** Frees all weights. */
  @Override
  public void close() {
    manager.close();
  }
}
