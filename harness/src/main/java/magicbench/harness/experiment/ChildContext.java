package magicbench.harness.experiment;

import java.nio.file.Path;

/**
 * What one of a trial's child models is given, where each is trained by itself: a folder of its own
 * and its part of the progress.
 *
 * @param trial what the trial was given
 * @param child its number, from 0
 * @param children how many there are
 */
record ChildContext(ExperimentContext trial, int child, int children) implements ExperimentContext {

  @Override
  public Path folder() {
    return trial.folder().resolve("child-" + child);
  }

  @Override
  public Path artifact() {
    return folder().resolve("artifact");
  }

  @Override
  public Path artifactOf(String trialId) {
    return trial.artifactOf(trialId);
  }

  @Override
  public void moved(double share, String message) {
    trial.moved(
        (child + share) / children,
        "child model %d of %d: %s".formatted(child + 1, children, message));
  }

  @Override
  public void alive() {
    trial.alive();
  }

  @Override
  public void checkpointed() {
    trial.checkpointed();
  }
}
