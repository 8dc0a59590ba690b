package magicbench.results.record;

import java.nio.file.Path;
import java.util.List;
import magicbench.results.plan.Plan;
import magicbench.results.plan.Trial;

/** Runs plans; found with {@link java.util.ServiceLoader} where an engine is on the classpath. */
public interface TrialRunner {

  /**
   * Runs what the cache doesn't hold yet.
   *
   * @param plan the trials
   * @param request where and how
   * @param progress who is told
   * @return one record a trial, in the plan's order, cached ones included
   * @throws magicbench.results.file.InputException when data or cache are not as they must be
   */
  List<RunRecord> run(Plan plan, Request request, Progress progress);

  /**
   * Where and how to run.
   *
   * @param cache the folder of the content-addressed store
   * @param workers how many trials may run at once, at least 1
   * @param recompute whether to run what the cache already holds
   */
  record Request(Path cache, int workers, boolean recompute) {}

  /** Is told how a run goes on; called from several threads. */
  interface Progress {

    /**
     * The run begins.
     *
     * @param trials how many trials there are
     * @param cached how many of them the cache already holds
     */
    void begins(int trials, int cached);

    /**
     * A trial moved on.
     *
     * @param trial which
     * @param share how much of it is done, 0 to 1
     * @param message what it does, one line
     */
    void moved(Trial trial, double share, String message);

    /**
     * A trial ended.
     *
     * @param record what it measured
     * @param cached whether the cache held it
     */
    void ended(RunRecord record, boolean cached);
  }
}
