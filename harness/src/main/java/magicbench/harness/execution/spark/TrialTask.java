package magicbench.harness.execution.spark;

import java.io.Serializable;
import java.nio.file.Path;
import java.util.List;
import magicbench.harness.execution.Errand;

/**
 * What Spark sends to an executor: names of files, never what is in them.
 *
 * @param trialId the trial
 * @param orderFile its order, in the run's folder of the store
 * @param log its log
 * @param sharesProcess whether its worker takes another order afterwards
 * @param device {@code cpu} or {@code gpu}
 * @param folder the trial's folder in the store
 * @param recompute whether to run what the store already holds
 * @param needs the folders of the trials that it reads
 */
record TrialTask(
    String trialId,
    String orderFile,
    String log,
    boolean sharesProcess,
    String device,
    String folder,
    boolean recompute,
    List<String> needs)
    implements Serializable {

  static TrialTask of(List<String> words) {
    return new TrialTask(
        words.get(1),
        words.get(2),
        words.get(3),
        Boolean.parseBoolean(words.get(4)),
        words.get(5),
        words.get(6),
        Boolean.parseBoolean(words.get(7)),
        List.copyOf(words.subList(8, words.size())));
  }

  /** Whether Spark is to give it a GPU. */
  boolean wantsGpu() {
    return device.equals("gpu");
  }

  /** The name of the run's folder in a store. */
  String runFolder() {
    return "runs/" + Path.of(orderFile).getParent().getFileName();
  }

  /** The name of the order's file in a store. */
  String order() {
    return runFolder() + "/" + Path.of(orderFile).getFileName();
  }

  Errand errand() {
    return new Errand(
        trialId, Path.of(orderFile), Path.of(log), sharesProcess, device, folder, needs, recompute);
  }
}
