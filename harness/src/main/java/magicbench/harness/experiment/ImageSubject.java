package magicbench.harness.experiment;

import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import magicbench.harness.image.AheadLoader;
import magicbench.harness.image.ImageSet;
import magicbench.harness.image.ImageStore;
import magicbench.harness.space.MobileSettings;
import magicbench.harness.space.MobileSpace;
import magicbench.harness.supernet.MobileSuperNet;
import magicbench.harness.supernet.SuperNet;
import magicbench.harness.task.ImageTask;
import magicbench.harness.training.ImageBatch;
import magicbench.results.file.InputException;
import magicbench.results.plan.Seeds;
import magicbench.results.record.Provenance;

/**
 * Classification of a data set's pictures by a chain of inverted residual blocks.
 *
 * @param size the space and its sizes
 * @param task what is learnt
 * @param origins the files behind the pictures
 * @param loaderThreads how many threads make training batches ahead of the step, 0 for none
 */
record ImageSubject(
    MobileSpace size, ImageTask task, List<Provenance.DataFile> origins, int loaderThreads)
    implements Subject {

  /** So many batches a thread are made ahead: what memory holds at most, beside the step's own. */
  private static final int BATCHES_A_THREAD = 2;

  static ImageSubject of(ImageSettings settings, int batch, Needs needs) {
    ImageStore.Stored stored =
        ImageStore.open(needs.only(ImageStore.SUMMARY, ImagesExperiment.KIND).getParent());
    requireFit(settings.space(), stored.summary(), needs);
    return new ImageSubject(
        settings.space().space(),
        new ImageTask(stored.data(), settings.form(), settings.recipe(batch)),
        ImagesExperiment.origins(stored.summary().origins()),
        settings.loaderThreads());
  }

  private static void requireFit(MobileSettings space, ImageStore.Summary images, Needs needs) {
    if (space.side() != images.side()
        || space.channels() != images.channels()
        || space.classes() != images.classNames().size()) {
      throw new InputException(
          "settings of " + needs.trial().kind() + ", field images.space",
          "is for %d channels of side %d and %d classes, but %s has %d of side %d and %d"
              .formatted(
                  space.channels(),
                  space.side(),
                  space.classes(),
                  images.name(),
                  images.channels(),
                  images.side(),
                  images.classNames().size()),
          "give it the pictures' measures");
    }
  }

  @Override
  public TrainingBatches training(Seeds seeds) {
    AheadLoader<ImageBatch> loader =
        new AheadLoader<>(
            step -> task.trainingBatch(seeds, step),
            loaderThreads,
            BATCHES_A_THREAD * loaderThreads);
    return new TrainingBatches() {
      @Override
      public ImageBatch at(long step) {
        return loader.at(step);
      }

      @Override
      public void close() {
        loader.close();
      }
    };
  }

  @Override
  public SuperNet net(Seeds seeds, NDManager manager) {
    return new MobileSuperNet(size, seeds, manager, DataType.FLOAT32);
  }

  /** What is lost by telling every picture the shares of the classes in the training part. */
  @Override
  public SortedMap<String, Double> chance() {
    double[] trained = shares(task.data().train());
    double[] held = shares(task.data().heldOut());
    SortedMap<String, Double> metrics = new TreeMap<>();
    metrics.put("unigramEntropy", crossEntropy(held, held));
    metrics.put("unigramCrossEntropy", crossEntropy(held, trained));
    return metrics;
  }

  private static double[] shares(ImageSet images) {
    double[] shares = new double[images.classes()];
    for (int index = 0; index < images.size(); index++) {
      shares[images.label(index)] += 1.0 / images.size();
    }
    return shares;
  }

  private static double crossEntropy(double[] truth, double[] told) {
    double sum = 0;
    for (int label = 0; label < truth.length; label++) {
      sum -= truth[label] == 0 ? 0 : truth[label] * StrictMath.log(Math.max(told[label], 1e-12));
    }
    return sum;
  }

  @Override
  public double uniformLoss() {
    return Math.log(size.settings().classes());
  }
}
