package magicbench.harness.experiment;

import magicbench.harness.space.NetworkSize;
import magicbench.harness.space.SpaceSettings;
import magicbench.harness.training.TrainingSettings;

/** What the settings of all trials that train and then score child models have in common. */
interface ScoredSettings {

  /** {@code auto}, {@code cpu} or {@code gpu}. */
  String device();

  /** The search space. */
  SpaceSettings space();

  /** What the corpus must have been cut to. */
  InterferenceSettings.Text text();

  /** How the network is trained. */
  TrainingSettings training();

  /** The network's measures. */
  default NetworkSize size(int vocabulary) {
    return new NetworkSize(space().space(), vocabulary, text().sequenceLength());
  }
}
