package magicbench.harness.probe;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.training.GradientCollector;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import magicbench.harness.operator.Scaling;
import magicbench.harness.space.Architecture;
import magicbench.harness.supernet.SuperNet;
import magicbench.harness.supernet.Trace;
import magicbench.harness.supernet.Weight;
import magicbench.harness.training.Batch;

/**
 * Measures what a child model tells its operators to change, without changing anything: after a
 * measurement every gradient that it made is zero again.
 *
 * <p>A batch may be too large for one pass. Then it goes in parts: the gradients add up as they do
 * in training; the base's hidden states, which nobody could keep, are computed again beside each
 * partner's.
 */
final class Meter {

  private final SuperNet net;
  private final int microBatch;
  private final Runnable alive;

  Meter(SuperNet net, int microBatch, Runnable alive) {
    this.net = net;
    this.microBatch = microBatch;
    this.alive = alive;
  }

  /**
   * One base.
   *
   * @param architecture the child model
   * @param batch what to run it on
   * @param scope the manager that will own the measurement's arrays
   * @return gradients of every layer, and directions where the batch is one part
   */
  Measurement measure(Architecture architecture, Batch batch, NDManager scope) {
    List<? extends Batch> parts = batch.parts(microBatch);
    Optional<Directions> kept = Optional.empty();
    for (Batch part : parts) {
      try (NDManager pass = net.newScope()) {
        Trace trace = backward(architecture, part, part.shareOf(batch), pass);
        if (parts.size() == 1) {
          kept = Optional.of(Directions.of(trace, scope));
        }
      }
    }
    return new Measurement(architecture, batch, takeGradients(architecture), kept);
  }

  /**
   * Compares a partner with a base.
   *
   * @param base the base
   * @param partner the other child model
   * @param batch what to run it on; on another batch than the base's there are no cosines of tokens
   * @return the cosines of each layer that both share; empty for the others
   */
  List<Optional<Measurement.Similarity>> compare(
      Measurement base, Architecture partner, Batch batch) {
    TokenCosines tokens = new TokenCosines(partner.operators().size());
    for (Batch part : batch.parts(microBatch)) {
      try (NDManager pass = net.newScope()) {
        Trace trace = backward(partner, part, part.shareOf(batch), pass);
        if (batch.equals(base.batch())) {
          add(base, partner, part, Directions.of(trace, pass), tokens);
        }
      }
    }
    List<Optional<float[]>> gradients = takeGradients(partner);
    List<Optional<Measurement.Similarity>> layers = new ArrayList<>();
    for (int layer = 0; layer < gradients.size(); layer++) {
      layers.add(
          base.shares(layer, partner)
              ? Optional.of(
                  new Measurement.Similarity(
                      Cosine.of(
                          base.gradients().get(layer).orElseThrow(),
                          gradients.get(layer).orElseThrow()),
                      tokens.input(layer),
                      tokens.branch(layer)))
              : Optional.empty());
    }
    return layers;
  }

  private void add(
      Measurement base, Architecture partner, Batch part, Directions others, TokenCosines tokens) {
    try (NDManager scope = net.newScope()) {
      Directions own =
          base.directions().orElseGet(() -> directions(base.architecture(), part, scope));
      for (int layer = 0; layer < own.layers().size(); layer++) {
        if (base.shares(layer, partner)) {
          tokens.add(
              layer,
              own.layers().get(layer).orElseThrow(),
              others.layers().get(layer).orElseThrow());
        }
      }
    }
  }

  private Directions directions(Architecture architecture, Batch part, NDManager scope) {
    try (NDManager pass = net.newScope()) {
      return Directions.of(net.trace(architecture, part.arrays(pass)), scope);
    }
  }

  private Trace backward(Architecture architecture, Batch part, double share, NDManager pass) {
    alive.run();
    try (GradientCollector collector = pass.getEngine().newGradientCollector()) {
      Trace trace = net.trace(architecture, part.arrays(pass));
      collector.backward(share == 1 ? trace.loss() : Scaling.of(trace.loss(), share));
      return trace;
    }
  }

  private List<Optional<float[]>> takeGradients(Architecture architecture) {
    List<Optional<float[]>> gradients = new ArrayList<>();
    for (int layer = 0; layer < architecture.operators().size(); layer++) {
      List<Weight> weights = net.parametersOf(layer, architecture.operators().get(layer));
      gradients.add(weights.isEmpty() ? Optional.empty() : Optional.of(gradient(weights)));
    }
    net.parametersOf(architecture).forEach(Weight::zeroGradient);
    return gradients;
  }

  private static float[] gradient(List<Weight> weights) {
    long size = weights.stream().mapToLong(weight -> weight.array().size()).sum();
    float[] flat = new float[Math.toIntExact(size)];
    int next = 0;
    for (Weight weight : weights) {
      try (NDArray gradient = weight.array().getGradient()) {
        float[] values = gradient.toFloatArray();
        System.arraycopy(values, 0, flat, next, values.length);
        next += values.length;
      }
    }
    return flat;
  }
}
