package magicbench.harness.experiment;

import magicbench.harness.training.Batch;
import magicbench.harness.training.BatchSource;

/** Training batches that may be made ahead of the step, by threads that end when it is closed. */
@FunctionalInterface
interface TrainingBatches extends BatchSource<Batch>, AutoCloseable {

  @Override
  default void close() {}
}
