package magicbench.harness.execution.spark;

import java.io.Serializable;

/**
 * What Spark sends to an executor: names of files, never what is in them.
 *
 * @param trialId the trial
 * @param orderFile its order, in the run's folder of the store
 * @param log its log
 * @param sharesProcess whether its worker takes another order afterwards
 * @param device {@code cpu} or {@code gpu}
 */
record TrialTask(String trialId, String orderFile, String log, boolean sharesProcess, String device)
    implements Serializable {

  /** Whether Spark is to give it a GPU. */
  boolean wantsGpu() {
    return device.equals("gpu");
  }
}
