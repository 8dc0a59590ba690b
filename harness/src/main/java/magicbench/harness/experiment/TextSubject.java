package magicbench.harness.experiment;

import ai.djl.ndarray.NDManager;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import magicbench.harness.data.CorpusSummary;
import magicbench.harness.space.NetworkSize;
import magicbench.harness.supernet.ChainSuperNet;
import magicbench.harness.supernet.SuperNet;
import magicbench.harness.task.MlmTask;
import magicbench.results.plan.Seeds;
import magicbench.results.record.Provenance;

/**
 * Masked language modelling of a corpus by a chain of layers.
 *
 * @param size the space and its sizes
 * @param task what is learnt
 */
record TextSubject(NetworkSize size, MlmTask task) implements Subject {

  static TextSubject of(SubjectSettings settings, Needs needs) {
    MlmTask task =
        new MlmTask(
            needs.corpus(settings.text()), settings.text().sequenceLength(), settings.batch());
    return new TextSubject(settings.size(task.summary().vocabularySize()), task);
  }

  @Override
  public SuperNet net(Seeds seeds, NDManager manager) {
    return new ChainSuperNet(size, seeds, manager);
  }

  @Override
  public SortedMap<String, Double> chance() {
    CorpusSummary corpus = task.summary();
    SortedMap<String, Double> metrics = new TreeMap<>();
    metrics.put("unigramEntropy", corpus.validationEntropyNats());
    metrics.put("unigramCrossEntropy", corpus.validationCrossEntropyNats());
    return metrics;
  }

  @Override
  public double uniformLoss() {
    return Math.log(size.vocabulary());
  }

  @Override
  public List<Provenance.DataFile> origins() {
    return DataOrigins.of(task.summary());
  }
}
