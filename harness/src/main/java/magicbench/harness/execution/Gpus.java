package magicbench.harness.execution;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.IntSupplier;
import magicbench.results.file.InputException;

/** Shares GPUs out among workers: each is told to see one only, and waits until one is free. */
final class Gpus {

  /** System property: how many workers may use one GPU at once. */
  static final String WORKERS_PER_GPU = "magicbench.gpu.workers";

  /** The variable with which NVIDIA's driver lets a process see some GPUs only. */
  static final String VISIBLE = "CUDA_VISIBLE_DEVICES";

  private final IntSupplier count;
  private final int workersPerGpu;
  private final Optional<String> visible;
  private Optional<BlockingQueue<String>> free = Optional.empty();

  /**
   * All GPUs are free.
   *
   * @param count how many this process sees; asked for when the first trial needs one
   * @param workersPerGpu how many workers may use one at once, at least 1
   * @param environment this process's: where it names the GPUs, workers get names from there
   */
  Gpus(IntSupplier count, int workersPerGpu, Map<String, String> environment) {
    this.count = count;
    this.workersPerGpu = workersPerGpu;
    this.visible = Optional.ofNullable(environment.get(VISIBLE)).filter(names -> !names.isBlank());
  }

  /** How many workers the system properties allow a GPU. */
  static int workersPerGpu(Properties properties) {
    String text = properties.getProperty(WORKERS_PER_GPU, "1");
    if (!text.matches("[1-9][0-9]?")) {
      throw new InputException(
          "-D" + WORKERS_PER_GPU, "is " + text, "give a whole number from 1 to 99");
    }
    return Integer.parseInt(text);
  }

  /**
   * A seat for one worker.
   *
   * @param device {@code cpu}, which has seats for all, or {@code gpu}
   * @return the seat, to be given back
   * @throws InterruptedException when the thread is interrupted while it waits
   */
  Seat seat(String device) throws InterruptedException {
    if (!device.equals("gpu")) {
      return new Seat(Optional.empty(), new LinkedBlockingQueue<>());
    }
    BlockingQueue<String> names = free();
    return new Seat(Optional.of(names.take()), names);
  }

  /** Every GPU once, then every GPU again, as often as workers may share one. */
  private synchronized BlockingQueue<String> free() {
    if (free.isEmpty()) {
      List<String> seats = new ArrayList<>();
      for (int round = 0; round < workersPerGpu; round++) {
        seats.addAll(names());
      }
      free = Optional.of(new LinkedBlockingQueue<>(seats));
    }
    return free.get();
  }

  private List<String> names() {
    int gpus = Math.max(1, count.getAsInt());
    List<String> given =
        visible.map(names -> Arrays.asList(names.split("\\s*,\\s*"))).orElse(List.of());
    List<String> names = new ArrayList<>();
    for (int index = 0; index < gpus; index++) {
      names.add(index < given.size() ? given.get(index).strip() : Integer.toString(index));
    }
    return names;
  }

  /** The right to use a GPU, or none. */
  static final class Seat implements AutoCloseable {

    private final Optional<String> gpu;
    private final BlockingQueue<String> owner;

    private Seat(Optional<String> gpu, BlockingQueue<String> owner) {
      this.gpu = gpu;
      this.owner = owner;
    }

    /** What the worker's environment needs. */
    Map<String, String> environment() {
      return gpu.map(name -> Map.of(VISIBLE, name)).orElse(Map.of());
    }

    @Override
    public void close() {
      gpu.ifPresent(owner::add);
    }
  }
}
