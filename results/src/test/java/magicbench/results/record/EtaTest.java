package magicbench.results.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class EtaTest {

  @Test
  void half_the_work_done_leaves_as_long_again() {
    Eta eta = new Eta(Map.of("a", 3.0, "b", 1.0));

    eta.moved("a", 0.0);
    eta.moved("a", 2.0 / 3);

    assertThat(eta.share()).isEqualTo(0.5);
    assertThat(eta.left(Duration.ofSeconds(10))).contains(Duration.ofSeconds(10));
  }

  @Test
  void what_a_checkpoint_held_counts_neither_as_done_nor_as_to_do() {
    Eta eta = new Eta(Map.of("resumed", 1.0));

    eta.moved("resumed", 0.5);
    eta.moved("resumed", 0.75);

    assertThat(eta.share()).isEqualTo(0.5);
  }

  @Test
  void reused_trials_cost_nothing() {
    Eta eta = new Eta(Map.of("reused", 100.0, "new", 1.0));

    eta.reused("reused");
    eta.ended("new");

    assertThat(eta.share()).isEqualTo(1);
    assertThat(eta.left(Duration.ofSeconds(9))).contains(Duration.ZERO);
  }

  @Test
  void weights_of_any_size_leave_nothing_when_all_are_reused() {
    Eta eta = new Eta(Map.of("a", 0.1, "b", 0.2, "c", 1e21));

    eta.reused("c");
    eta.reused("a");
    eta.reused("b");

    assertThat(eta.share()).isEqualTo(1);
  }

  @Test
  void nothing_is_foretold_before_anything_was_done() {
    assertThat(new Eta(Map.of("a", 1.0)).left(Duration.ofSeconds(5))).isEmpty();
  }

  @Test
  void nothing_is_foretold_from_a_start_that_is_mostly_warming_up() {
    Eta eta = new Eta(Map.of("a", 1.0));

    eta.moved("a", 0.0);
    eta.moved("a", 0.01);

    assertThat(eta.left(Duration.ofSeconds(30))).isEmpty();
    assertThat(eta.left(Duration.ofMinutes(5))).contains(Duration.ofMinutes(5 * 99));
  }
}
