package magicbench.harness.operator;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.ref.Cleaner;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Makes what a backward pass wrongly borrowed from Java go bad at once. */
public final class Garbage {

  private static final int BUFFERS = 500;

  private Garbage() {}

  /**
   * Collects garbage, waits until its cleaners have run, and writes over what they freed.
   *
   * @throws InterruptedException when interrupted
   */
  public static void collect() throws InterruptedException {
    CountDownLatch cleaned = new CountDownLatch(1);
    Cleaner.create().register(new Object(), cleaned::countDown);
    System.gc();
    assertThat(cleaned.await(10, TimeUnit.SECONDS)).isTrue();
    List<ByteBuffer> written = new ArrayList<>();
    for (int i = 0; i < BUFFERS; i++) {
      written.add(ByteBuffer.allocateDirect(8).putLong(0, -1L)); // not-a-number in any precision
    }
    assertThat(written).hasSize(BUFFERS);
  }
}
