package magicbench.harness.supernet;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import magicbench.harness.operator.Norm;
import magicbench.harness.operator.OperatorWeights;
import magicbench.harness.operator.Padding;
import magicbench.harness.operator.WeightSpec;
import magicbench.harness.space.ChainSpace;
import magicbench.harness.space.Form;
import magicbench.results.plan.Seeds;

/**
 * What is put on an encoder to answer for a whole sequence: a LayerNorm, the mean over the filled
 * places and one linear map; or for each place by itself, without the mean. In BERT's form the last
 * layer's output is normalised already, and the head has no LayerNorm. Close it at the end: it
 * frees its weights.
 */
public final class ClassificationHead implements AutoCloseable {

  private static final String WEIGHT = "out.weight";
  private static final String BIAS = "out.bias";

  private final NDManager manager;
  private final Form form;
  private final WeightTable table;
  private final OperatorWeights weights;

  /**
   * Makes a fresh head.
   *
   * @param space the encoder's: its hidden size H, and its form
   * @param outputs the number of classes, or 1 for a score; at least 1
   * @param seeds where the initial weights come from
   * @param parent the manager, hence the device, to put the weights under
   * @param type FLOAT32, or FLOAT64 for gradient checks
   */
  public ClassificationHead(
      ChainSpace space, int outputs, Seeds seeds, NDManager parent, DataType type) {
    if (outputs < 1) {
      throw new IllegalArgumentException("outputs is " + outputs + "; it must be at least 1");
    }
    this.manager = parent.newSubManager();
    this.form = space.form();
    this.table = new WeightTable(manager, InitialValues.byWidth(seeds, space.hidden()), type);
    this.weights = table.create("classification", specs(space, outputs));
  }

  private static List<WeightSpec> specs(ChainSpace space, int outputs) {
    List<WeightSpec> specs = new ArrayList<>();
    if (space.form().normalisesInput()) {
      specs.add(WeightSpec.gain(Norm.GAIN, space.hidden()));
      specs.add(WeightSpec.bias(Norm.SHIFT, space.hidden()));
    }
    specs.add(WeightSpec.matrix(WEIGHT, outputs, space.hidden()));
    specs.add(WeightSpec.bias(BIAS, outputs));
    return specs;
  }

  /**
   * The answers.
   *
   * @param stream the encoder's output, (batch, sequence, H)
   * @param padding which places are behind a sequence's end
   * @return (batch, outputs), in the stream's manager: scores of the classes before a softmax, or
   *     the score
   */
  public NDArray outputs(NDArray stream, Padding padding) {
    return mapped(padding.mean(normal(stream)));
  }

  /**
   * The answers for each place by itself.
   *
   * @param stream the encoder's output, (batch, sequence, H)
   * @return (batch, sequence, outputs), in the stream's manager
   */
  public NDArray outputsEverywhere(NDArray stream) {
    return mapped(normal(stream));
  }

  private NDArray normal(NDArray stream) {
    return form.normalisesInput()
        ? Norm.of(stream, weights.get(Norm.GAIN), weights.get(Norm.SHIFT), form)
        : stream;
  }

  private NDArray mapped(NDArray normal) {
    return normal
        .getNDArrayInternal()
        .linear(normal, weights.get(WEIGHT), weights.get(BIAS))
        .singletonOrThrow();
  }

  /**
   * All weights.
   *
   * @return weights in the order of their names
   */
  public Collection<Weight> weights() {
    return table.all().values();
  }

  /**
   * Overwrites one weight, bit for bit.
   *
   * @param name the weight's name
   * @param values as many values as it has
   */
  public void assign(String name, float[] values) {
    table.assign(name, values);
  }

  /** Frees all weights. */
  @Override
  public void close() {
    manager.close();
  }
}
