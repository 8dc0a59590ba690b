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
import java.util.SortedMap;
import magicbench.harness.operator.ImageBranch;
import magicbench.harness.operator.ImageConvolution;
import magicbench.harness.operator.ImageNorm;
import magicbench.harness.operator.InvertedResidual;
import magicbench.harness.operator.OperatorWeights;
import magicbench.harness.operator.WeightSpec;
import magicbench.harness.space.Architecture;
import magicbench.harness.space.MobileSettings;
import magicbench.harness.space.MobileSpace;
import magicbench.results.plan.Seeds;

/**
 * An image classifier that holds one set of weights for every (layer, operator) pair: a stem, the
 * path's blocks, a pointwise convolution, the mean over the pixels and one linear map.
 *
 * <p>One thread at a time. Call {@link #close} at the end: it frees all weights.
 */
public final class MobileSuperNet implements SuperNet {

  private static final String STEM = "stem";
  private static final String FIRST = "first";
  private static final String HEAD = "head";
  private static final String WEIGHT = "classes.weight";
  private static final String BIAS = "classes.bias";
  private static final int[] PIXELS = {1};
  private static final int[] CLASSES = {1};

  private final MobileSpace space;
  private final NDManager manager;
  private final WeightTable table;
  private final ImageConvolution stem;
  private final Optional<InvertedResidual> first;
  private final Optional<ImageConvolution> head;
  private final Map<String, ImageBranch> blocks = new LinkedHashMap<>();
  private final Map<String, OperatorWeights> weights = new LinkedHashMap<>();

  /**
   * Makes a fresh super-net.
   *
   * @param space the space
   * @param seeds where the initial weights come from
   * @param parent the manager, hence the device, to put the weights under
   * @param type FLOAT32, or FLOAT64 for gradient checks
   */
  public MobileSuperNet(MobileSpace space, Seeds seeds, NDManager parent, DataType type) {
    MobileSettings settings = space.settings();
    this.space = space;
    this.manager = parent.newSubManager();
    this.table = new WeightTable(manager, InitialValues.byFanIn(seeds), type);
    this.stem =
        new ImageConvolution(
            "conv", settings.channels(), settings.stemWidth(), 3, settings.stemStride(), 1, true);
    this.first = space.firstBlock().map(InvertedResidual::new);
    this.head =
        settings.headWidth() == 0
            ? Optional.empty()
            : Optional.of(
                ImageConvolution.pointwise("conv", settings.leaving(), settings.headWidth(), true));
    createEnds(settings);
    createBlocks();
  }

  private void createEnds(MobileSettings settings) {
    create(STEM, stem.weights());
    first.ifPresent(block -> create(FIRST, block.weights()));
    List<WeightSpec> last = new ArrayList<>();
    head.ifPresent(convolution -> last.addAll(convolution.weights()));
    last.add(WeightSpec.matrix(WEIGHT, settings.classes(), settings.features()));
    last.add(WeightSpec.bias(BIAS, settings.classes()));
    create(HEAD, last);
  }

  private void createBlocks() {
    for (int layer = 0; layer < space.layers(); layer++) {
      for (String name : space.candidates(layer)) {
        Optional<ImageBranch> block = space.block(layer, name).map(ImageBranch::of);
        String owner = LayerNames.of(layer, name);
        block.ifPresent(present -> blocks.put(owner, present));
        create(owner, block.map(ImageBranch::weights).orElse(List.of()));
      }
    }
  }

  private void create(String owner, List<WeightSpec> specs) {
    weights.put(owner, table.create(owner, specs));
  }

  @Override
  public MobileSpace size() {
    return space;
  }

  @Override
  public NDManager newScope() {
    return manager.newSubManager();
  }

  @Override
  public Trace trace(Architecture architecture, BatchArrays batch) {
    space.check(architecture);
    List<Trace.Layer> layers = new ArrayList<>();
    NDArray stream = embed(batch);
    for (int layer = 0; layer < architecture.operators().size(); layer++) {
      NDArray input = stream;
      String owner = LayerNames.of(layer, architecture.operators().get(layer));
      Optional<NDArray> branch = branch(owner, input, batch);
      layers.add(new Trace.Layer(input, branch));
      stream = output(owner, input, branch);
    }
    return new Trace(loss(stream, batch), layers, stream);
  }

  @Override
  public NDArray logits(Architecture architecture, BatchArrays batch) {
    space.check(architecture);
    NDArray stream = embed(batch);
    for (int layer = 0; layer < architecture.operators().size(); layer++) {
      stream = layer(layer, architecture.operators().get(layer), stream, batch);
    }
    return score(stream, ImageArrays.in(batch));
  }

  @Override
  public NDArray embed(BatchArrays batch) {
    ImageArrays images = ImageArrays.in(batch);
    ImageNorm norm = norm(images);
    NDArray made = stem.of(images.pixels(), weights.get(STEM), norm);
    return first
        .map(block -> block.output(made, block.branch(made, weights.get(FIRST), norm)))
        .orElse(made);
  }

  @Override
  public NDArray layer(int layer, String operator, NDArray stream, BatchArrays batch) {
    String owner = LayerNames.of(layer, operator);
    return output(owner, stream, branch(owner, stream, batch));
  }

  private Optional<NDArray> branch(String owner, NDArray stream, BatchArrays batch) {
    return Optional.ofNullable(blocks.get(owner))
        .map(block -> block.branch(stream, weights.get(owner), norm(ImageArrays.in(batch))));
  }

  private NDArray output(String owner, NDArray stream, Optional<NDArray> branch) {
    return branch.map(made -> blocks.get(owner).output(stream, made)).orElse(stream);
  }

  private ImageNorm norm(ImageArrays images) {
    return new ImageNorm(space.settings().norm(), space.settings().active(), images.calibration());
  }

  @Override
  public NDArray loss(NDArray stream, BatchArrays batch) {
    return crossEntropy(score(stream, ImageArrays.in(batch)), batch);
  }

  @Override
  public NDArray crossEntropy(NDArray logits, BatchArrays batch) {
    return logits.logSoftmax(-1).mul(ImageArrays.in(batch).targets()).sum(CLASSES).mean().neg();
  }

  private NDArray score(NDArray stream, ImageArrays images) {
    OperatorWeights own = weights.get(HEAD);
    NDArray wide = head.map(conv -> conv.of(stream, own, norm(images))).orElse(stream);
    NDArray told = withoutCalibration(meanOverPixels(wide), images.calibration());
    NDArray features = images.kept().map(told::mul).orElse(told);
    return features
        .getNDArrayInternal()
        .linear(features, own.get(WEIGHT), own.get(BIAS))
        .singletonOrThrow();
  }

  private static NDArray meanOverPixels(NDArray images) {
    long channels = images.getShape().tail();
    return images.reshape(images.getShape().get(0), -1, channels).mean(PIXELS);
  }

  private static NDArray withoutCalibration(NDArray features, int calibration) {
    if (calibration == 0) {
      return features;
    }
    NDArray told = features.get(new NDIndex(calibration + ":"));
    told.attach(features.getManager());
    return told;
  }

  @Override
  public SortedMap<String, Weight> weights() {
    return Collections.unmodifiableSortedMap(table.all());
  }

  @Override
  public List<Weight> parametersOf(Architecture architecture) {
    List<Weight> used = new ArrayList<>(table.ownedBy(STEM));
    used.addAll(table.ownedBy(FIRST));
    used.addAll(table.ownedBy(HEAD));
    for (int layer = 0; layer < architecture.operators().size(); layer++) {
      used.addAll(parametersOf(layer, architecture.operators().get(layer)));
    }
    return used;
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
