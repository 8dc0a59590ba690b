package magicbench.harness.execution;

import java.io.IOException;

/**
 * Has workers carry out orders: on this machine, or wherever a cluster's engine puts them. Called
 * from several threads.
 */
public interface Crew extends AutoCloseable {

  /**
   * Has one order carried out and waits for the end.
   *
   * @param errand the order
   * @param listener is told how it goes on
   * @return how it ended
   * @throws IOException when no worker could be started or heard; the message names the trial's
   *     host where it had one
   * @throws InterruptedException when the thread is interrupted while it waits
   */
  Ended carryOut(Errand errand, Listener listener) throws IOException, InterruptedException;

  /** Ends what still runs. */
  @Override
  void close();

  /** Is told how a trial goes on. */
  interface Listener {

    /**
     * The trial moved on.
     *
     * @param share 0 to 1
     * @param message one line
     */
    void moved(double share, String message);

    /** The trial goes on, though there is nothing to tell. Called often. */
    default void alive() {}
  }
}
