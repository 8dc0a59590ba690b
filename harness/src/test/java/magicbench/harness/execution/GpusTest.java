package magicbench.harness.execution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import magicbench.results.file.InputException;
import org.junit.jupiter.api.Test;

class GpusTest {

  private static String gpu(Gpus.Seat seat) {
    return seat.environment().get(Gpus.VISIBLE);
  }

  private static List<String> take(Gpus gpus, int seats) throws InterruptedException {
    List<String> taken = new ArrayList<>();
    for (int seat = 0; seat < seats; seat++) {
      taken.add(gpu(gpus.seat("gpu")));
    }
    return taken;
  }

  @Test
  void gives_every_worker_a_gpu_of_its_own() throws InterruptedException {
    assertThat(take(new Gpus(() -> 3, 1, Map.of()), 3)).containsExactly("0", "1", "2");
  }

  @Test
  void starts_over_at_the_first_gpu_where_workers_may_share_one() throws InterruptedException {
    assertThat(take(new Gpus(() -> 2, 2, Map.of()), 4)).containsExactly("0", "1", "0", "1");
  }

  @Test
  void gives_only_what_this_process_may_see() throws InterruptedException {
    Gpus gpus = new Gpus(() -> 2, 1, Map.of(Gpus.VISIBLE, "4, GPU-8f2a"));
    assertThat(take(gpus, 2)).containsExactly("4", "GPU-8f2a");
  }

  @Test
  void lets_a_worker_wait_until_a_gpu_is_free() throws Exception {
    Gpus gpus = new Gpus(() -> 1, 1, Map.of());
    Gpus.Seat only = gpus.seat("gpu");
    CompletableFuture<String> second = CompletableFuture.supplyAsync(() -> await(gpus));

    assertThatThrownBy(() -> second.get(100, TimeUnit.MILLISECONDS))
        .isInstanceOf(TimeoutException.class);
    only.close();

    assertThat(second.get(10, TimeUnit.SECONDS)).isEqualTo("0");
  }

  private static String await(Gpus gpus) {
    try {
      return gpu(gpus.seat("gpu"));
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void lets_any_number_of_workers_use_the_processor() throws InterruptedException {
    Gpus gpus = new Gpus(() -> 0, 1, Map.of());
    gpus.seat("cpu");
    assertThat(gpus.seat("cpu").environment()).isEmpty();
  }

  @Test
  void refuses_a_number_of_workers_that_is_none() {
    Properties properties = new Properties();
    properties.setProperty(Gpus.WORKERS_PER_GPU, "many");
    assertThatThrownBy(() -> Gpus.workersPerGpu(properties))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("magicbench.gpu.workers: is many");
  }
}
