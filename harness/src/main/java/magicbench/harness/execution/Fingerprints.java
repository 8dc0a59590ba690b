package magicbench.harness.execution;

import magicbench.harness.experiment.EngineVersions;
import magicbench.harness.experiment.Experiments;
import magicbench.results.plan.Trial;

/** Computes the conditions that trials run under in this process. */
final class Fingerprints {

  private final String code = CodeFingerprint.of(System.getProperty("java.class.path"));
  private final String engine = EngineVersions.read().text();
  private final Experiments experiments;
  private final int threads;

  Fingerprints(Experiments experiments, int threads) {
    this.experiments = experiments;
    this.threads = threads;
  }

  Fingerprint of(Trial trial) {
    String device = experiments.of(trial.kind()).device(trial).word();
    return new Fingerprint(code, engine, device, threads);
  }
}
