package magicbench.harness.experiment;

import magicbench.harness.training.TrainingSettings;

/** What the settings of all trials that train and then score child models have in common. */
interface ScoredSettings extends SubjectSettings {

  /** How the network is trained. */
  TrainingSettings training();

  @Override
  default int batch() {
    return training().batch();
  }
}
