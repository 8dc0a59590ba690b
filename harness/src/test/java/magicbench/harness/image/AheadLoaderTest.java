package magicbench.harness.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.CountDownLatch;
import java.util.function.LongFunction;
import magicbench.results.plan.Seeds;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AheadLoaderTest {

  private static Long batch(long step) {
    return new Seeds(7).randomAt("batch", step).nextLong();
  }

  @Property(tries = 100)
  void a_step_has_the_same_batch_whatever_the_threads_and_the_order(
      @ForAll @IntRange(max = 4) int threads,
      @ForAll @IntRange(max = 5) int ahead,
      @ForAll @Size(min = 1, max = 12) List<@LongRange(min = 0, max = 30) Long> steps) {
    try (AheadLoader<Long> loader = new AheadLoader<>(AheadLoaderTest::batch, threads, ahead)) {
      for (long step : steps) {
        assertThat(loader.at(step)).isEqualTo(batch(step));
      }
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 3})
  void makes_no_batch_too_far_ahead(int threads) {
    Set<Long> made = new ConcurrentSkipListSet<>();

    try (AheadLoader<Long> loader = new AheadLoader<>(noting(made), threads, 2)) {
      loader.at(10);
    }

    assertThat(made).contains(10L).isSubsetOf(10L, 11L, 12L);
  }

  private static LongFunction<Long> noting(Set<Long> made) {
    return step -> {
      made.add(step);
      return step;
    };
  }

  @Test
  void makes_coming_batches_while_nobody_asks() throws InterruptedException {
    CountDownLatch third = new CountDownLatch(3);
    LongFunction<Long> counting =
        step -> {
          third.countDown();
          return step;
        };

    try (AheadLoader<Long> loader = new AheadLoader<>(counting, 1, 2)) {
      loader.at(0);
      third.await();
    }

    assertThat(third.getCount()).isZero();
  }

  @Test
  void a_batch_made_ahead_is_not_made_again() {
    Queue<Long> made = new ConcurrentLinkedQueue<>();
    LongFunction<Long> noting =
        step -> {
          made.add(step);
          return step;
        };

    try (AheadLoader<Long> loader = new AheadLoader<>(noting, 2, 3, 5)) {
      for (long step = 0; step < 5; step++) {
        loader.at(step);
      }
    }

    assertThat(made).containsExactlyInAnyOrder(0L, 1L, 2L, 3L, 4L);
  }

  @Test
  void without_threads_the_caller_makes_the_batch() {
    try (AheadLoader<Thread> loader = new AheadLoader<>(step -> Thread.currentThread(), 0, 4)) {
      assertThat(loader.at(3)).isSameAs(Thread.currentThread());
    }
  }

  private static Long failingAt2(long step) {
    if (step == 2) {
      throw new IllegalArgumentException("step two is broken");
    }
    return step;
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 3})
  void a_failure_comes_at_its_own_step(int threads) {
    try (AheadLoader<Long> loader = new AheadLoader<>(AheadLoaderTest::failingAt2, threads, 3)) {
      assertThat(List.of(loader.at(0), loader.at(1), loader.at(3))).containsExactly(0L, 1L, 3L);
      assertThatThrownBy(() -> loader.at(2))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage("step two is broken");
    }
  }

  @Test
  void an_error_is_not_swallowed() {
    LongFunction<Long> outOfMemory =
        step -> {
          throw new OutOfMemoryError("of a test");
        };

    try (AheadLoader<Long> loader = new AheadLoader<>(outOfMemory, 1, 0)) {
      assertThatThrownBy(() -> loader.at(0)).isInstanceOf(OutOfMemoryError.class);
    }
  }

  @Test
  void closing_ends_the_threads() {
    Set<Thread> threads = new ConcurrentSkipListSet<>((a, b) -> Long.compare(a.getId(), b.getId()));
    LongFunction<Long> noting =
        step -> {
          threads.add(Thread.currentThread());
          return step;
        };

    try (AheadLoader<Long> loader = new AheadLoader<>(noting, 3, 9)) {
      loader.at(0);
    }

    assertThat(threads).isNotEmpty().noneMatch(Thread::isAlive);
  }

  @Test
  void closing_wakes_a_maker_that_waits() throws InterruptedException {
    CountDownLatch begun = new CountDownLatch(1);
    CountDownLatch never = new CountDownLatch(1);
    AheadLoader<Long> loader = new AheadLoader<>(step -> waiting(step, begun, never), 1, 1);

    loader.at(0);
    begun.await();
    loader.close();

    assertThat(never.getCount()).isOne();
  }

  /** Makes step 0 at once and waits for ever in step 1. */
  private static Long waiting(long step, CountDownLatch begun, CountDownLatch never) {
    if (step == 1) {
      begun.countDown();
      try {
        never.await();
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
    }
    return step;
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 2})
  void a_closed_loader_makes_nothing(int threads) {
    AheadLoader<Long> loader = new AheadLoader<>(AheadLoaderTest::batch, threads, 1);
    loader.close();

    assertThatThrownBy(() -> loader.at(4))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("step 4 is asked of a closed loader");
  }

  @ParameterizedTest
  @ValueSource(longs = {-1, 5, Long.MAX_VALUE})
  void there_is_no_step_after_the_last_nor_before_the_first(long step) {
    try (AheadLoader<Long> loader = new AheadLoader<>(AheadLoaderTest::batch, 1, 1, 5)) {
      assertThatThrownBy(() -> loader.at(step))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage("step " + step + " of 5");
    }
  }

  @Test
  void refuses_negative_numbers() {
    assertThatThrownBy(() -> new AheadLoader<>(AheadLoaderTest::batch, -1, 0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("-1 threads");
  }
}
