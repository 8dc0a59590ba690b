package magicbench.harness.probe;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.training.GradientCollector;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import magicbench.harness.space.Architecture;
import magicbench.harness.supernet.SuperNet;
import magicbench.harness.supernet.Trace;
import magicbench.harness.supernet.Weight;
import magicbench.harness.training.TokenBatch;

/**
 * Measures what a child model tells its operators to change, without changing anything: after a
 * measurement every gradient that it made is zero again.
 */
final class Meter {

  private final SuperNet net;

  Meter(SuperNet net) {
    this.net = net;
  }

  /**
   * One forward and backward pass; its own arrays are gone afterwards.
   *
   * @param architecture the child model
   * @param batch what to run it on
   * @param scope the manager that will own the measurement's arrays
   * @return gradients and directions of every layer
   */
  Measurement measure(Architecture architecture, TokenBatch batch, NDManager scope) {
    try (NDManager pass = net.newScope()) {
      Trace trace = backward(architecture, batch, pass);
      List<Optional<Measurement.Layer>> layers = new ArrayList<>();
      for (int layer = 0; layer < trace.layers().size(); layer++) {
        List<Weight> weights = net.parametersOf(layer, architecture.operators().get(layer));
        Trace.Layer traced = trace.layers().get(layer);
        layers.add(traced.branch().map(branch -> layer(weights, traced.input(), branch, scope)));
      }
      net.parametersOf(architecture).forEach(Weight::zeroGradient);
      return new Measurement(architecture, layers);
    }
  }

  private Trace backward(Architecture architecture, TokenBatch batch, NDManager pass) {
    try (GradientCollector collector = pass.getEngine().newGradientCollector()) {
      Trace trace = net.trace(architecture, batch.arrays(pass));
      collector.backward(trace.loss());
      return trace;
    }
  }

  private static Measurement.Layer layer(
      List<Weight> weights, NDArray input, NDArray branch, NDManager scope) {
    NDArray inputs = Cosine.directions(input);
    NDArray branches = Cosine.directions(branch);
    inputs.attach(scope);
    branches.attach(scope);
    return new Measurement.Layer(gradient(weights), inputs, branches);
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
