package magicbench.harness.execution;

import magicbench.results.record.RunRecord;

/** Where one trial runs. Called from several threads. */
interface Place extends AutoCloseable {

  /**
   * Runs one trial and waits for its end.
   *
   * @param order the work
   * @param listener is told how it goes on
   * @return its record, which the store then holds, too
   * @throws magicbench.results.file.InputException when settings, data or the disk are not as they
   *     must be
   */
  Ran run(WorkOrder order, Crew.Listener listener);

  /** How many threads one tensor operation may use here. */
  int threads();

  /** Ends what still runs. */
  @Override
  void close();

  /**
   * A trial that ended.
   *
   * @param record its record
   * @param cached whether the store held it
   */
  record Ran(RunRecord record, boolean cached) {}
}
