package magicbench.harness.experiment;

import ai.djl.ndarray.NDManager;
import java.util.List;
import java.util.SortedMap;
import magicbench.harness.space.SizedSpace;
import magicbench.harness.supernet.SuperNet;
import magicbench.harness.task.SuperNetTask;
import magicbench.results.plan.Seeds;
import magicbench.results.record.Provenance;

/** What a trial learns from, and the network that learns it. */
sealed interface Subject permits TextSubject, ImageSubject {

  /**
   * The subject of a trial.
   *
   * @param settings what was asked
   * @param needs what other trials left
   * @throws magicbench.results.file.InputException when the data isn't what the settings say
   */
  static Subject of(SubjectSettings settings, Needs needs) {
    return settings.images() == null
        ? TextSubject.of(settings, needs)
        : ImageSubject.of(settings.images(), settings.batch(), needs);
  }

  /** The space and its sizes. */
  SizedSpace size();

  /** What is learnt. */
  SuperNetTask task();

  /** What is trained on, step by step; to be closed. */
  default TrainingBatches training(Seeds seeds) {
    return step -> task().trainingBatch(seeds, step);
  }

  /** A fresh network. */
  SuperNet net(Seeds seeds, NDManager manager);

  /** What is reached without a network, in nats, by the names of metrics. */
  SortedMap<String, Double> chance();

  /** The loss of a guess that takes all classes for equal, in nats. */
  double uniformLoss();

  /** The files behind the data. */
  List<Provenance.DataFile> origins();
}
