package magicbench.harness.experiment;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import magicbench.harness.search.LatencyTable;
import magicbench.harness.space.Architecture;
import magicbench.harness.space.OperatorSpec;
import magicbench.harness.supernet.BatchArrays;
import magicbench.harness.supernet.SuperNet;
import org.apache.commons.math3.stat.StatUtils;

/**
 * Times the parts of a network's forward pass: in rounds, each part once a round, so that what
 * slows the machine for a while slows all of them; the median of the rounds counts.
 *
 * <p>A layer is applied several times in a row, and one number is read at the end of whatever is
 * timed, since a GPU only queues what it is told.
 */
final class LatencyMeter {

  private static final int WARMING_ROUNDS = 3;
  private static final int LAYERS_IN_A_ROW = 8;
  private static final double MEDIAN = 50;
  private static final double NANOS_A_MILLI = 1e6;
  private static final int MASKED_PERCENT = 15;
  private static final String SHARED = "";

  private final SuperNet net;
  private final int batch;
  private final Runnable alive;

  /**
   * A meter.
   *
   * @param net whose operators are timed; its weights have no say
   * @param batch sequences of a forward pass
   * @param alive is called every now and then
   */
  LatencyMeter(SuperNet net, int batch, Runnable alive) {
    this.net = net;
    this.batch = batch;
    this.alive = alive;
  }

  /**
   * Times every operator, and what all child models share.
   *
   * @param rounds how often each
   */
  LatencyTable table(int rounds) {
    SortedMap<String, List<Double>> times = new TreeMap<>();
    for (int round = -WARMING_ROUNDS; round < rounds; round++) {
      boolean counts = round >= 0;
      note(times, SHARED, passMillis(List.of()), counts);
      for (OperatorSpec operator : net.size().space().operators()) {
        note(times, operator.name(), layerMillis(operator.name()), counts);
      }
      alive.run();
    }
    double shared = median(times.remove(SHARED));
    SortedMap<String, Double> operators = new TreeMap<>();
    times.forEach((name, all) -> operators.put(name, median(all)));
    return new LatencyTable(shared, operators);
  }

  /**
   * Times a whole child model, to see how far the sum of its parts is from it.
   *
   * @param child the child model
   * @param rounds how often
   */
  double wholeMillis(Architecture child, int rounds) {
    List<Double> times = new ArrayList<>();
    for (int round = 0; round < rounds; round++) {
      times.add(passMillis(child.operators()));
      alive.run();
    }
    return median(times);
  }

  private static void note(
      SortedMap<String, List<Double>> times, String part, double millis, boolean counts) {
    if (counts) {
      times.computeIfAbsent(part, name -> new ArrayList<>()).add(millis);
    }
  }

  private static double median(List<Double> times) {
    double[] all = times.stream().mapToDouble(Double::doubleValue).toArray();
    return StatUtils.percentile(all, MEDIAN);
  }

  /** Embedding, the layers of some operators, output. */
  private double passMillis(List<String> operators) {
    try (NDManager scope = net.newScope()) {
      BatchArrays arrays = arrays(scope);
      long start = System.nanoTime();
      NDArray stream = net.embed(arrays);
      for (int layer = 0; layer < operators.size(); layer++) {
        stream = net.layer(layer, operators.get(layer), stream);
      }
      read(net.loss(stream, arrays));
      return (System.nanoTime() - start) / NANOS_A_MILLI;
    }
  }

  private double layerMillis(String operator) {
    try (NDManager scope = net.newScope()) {
      NDArray stream = net.embed(arrays(scope));
      read(stream);
      long start = System.nanoTime();
      for (int time = 0; time < LAYERS_IN_A_ROW; time++) {
        stream = net.layer(0, operator, stream);
      }
      read(stream);
      return (System.nanoTime() - start) / NANOS_A_MILLI / LAYERS_IN_A_ROW;
    }
  }

  /** Waits for the device. */
  private static void read(NDArray array) {
    array.flatten().getFloat(0);
  }

  private BatchArrays arrays(NDManager scope) {
    int sequence = net.size().sequence();
    int[] ids =
        IntStream.range(0, batch * sequence).map(i -> i % net.size().vocabulary()).toArray();
    int masked = Math.max(1, ids.length * MASKED_PERCENT / 100);
    int[] positions = IntStream.range(0, masked).map(i -> i * ids.length / masked).toArray();
    int[] targets = IntStream.of(positions).map(place -> ids[place]).toArray();
    return BatchArrays.of(scope, ids, sequence, positions, targets);
  }
}
