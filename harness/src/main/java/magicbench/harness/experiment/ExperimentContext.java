package magicbench.harness.experiment;

import java.nio.file.Path;

/** What a running trial is given. */
public interface ExperimentContext {

  /**
   * The trial's own folder, for checkpoints; gone when the trial has its record.
   *
   * @return an existing folder that nobody else writes to
   */
  Path folder();

  /**
   * Where the trial's output for other trials belongs.
   *
   * @return a folder in the trial's own; may not exist yet
   */
  Path artifact();

  /**
   * The output of a trial that this one needs.
   *
   * @param trialId one of the trial's needs
   * @return the folder that it filled
   * @throws IllegalArgumentException when it is none of the trial's needs
   */
  Path artifactOf(String trialId);

  /**
   * Tells how far the trial is.
   *
   * @param share 0 to 1
   * @param message what it does, one line
   */
  void moved(double share, String message);

  /**
   * Tells that the trial still goes on, however long its next move takes: a worker that is silent
   * for too long is taken for dead. Cheap enough to be told of every pass.
   */
  void alive();

  /** Tells that a checkpoint is on the disk, so that the price so far is kept, too. */
  void checkpointed();
}
