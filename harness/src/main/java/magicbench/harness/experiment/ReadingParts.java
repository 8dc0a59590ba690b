package magicbench.harness.experiment;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import magicbench.harness.data.SquadQuestion;
import magicbench.results.plan.Seeds;
import magicbench.results.record.Provenance;
import org.apache.commons.rng.sampling.PermutationSampler;

/**
 * What a child model learns to read on.
 *
 * @param train what it is trained on
 * @param selection what a threshold is chosen by, whose texts are none of those; empty for none
 * @param dev what it is scored on
 * @param malformed how many questions of the files were passed over
 * @param data the files
 */
record ReadingParts(
    List<SquadQuestion> train,
    List<SquadQuestion> selection,
    List<SquadQuestion> dev,
    int malformed,
    List<Provenance.DataFile> data) {

  /** Every so many texts of what is trained on are kept for the selection. */
  private static final int SELECTION_OF = 20;

  ReadingParts {
    train = List.copyOf(train);
    selection = List.copyOf(selection);
    dev = List.copyOf(dev);
    data = List.copyOf(data);
  }

  /**
   * The same with no more than so many questions to train on.
   *
   * @param most null for all; else which ones are taken depends on how many there are only, and
   *     their order stays
   */
  ReadingParts atMost(Integer most) {
    if (most == null || most >= train.size()) {
      return this;
    }
    int[] order = order(train.size(), "questions");
    List<SquadQuestion> taken =
        Arrays.stream(order).limit(most).sorted().mapToObj(train::get).toList();
    return new ReadingParts(taken, selection, dev, malformed, data);
  }

  /** The same with one in twenty of the texts that it is trained on kept for the selection. */
  ReadingParts withSelection() {
    List<String> texts = train.stream().map(SquadQuestion::context).distinct().toList();
    Set<String> kept =
        Arrays.stream(order(texts.size(), "selection"))
            .limit(Math.max(1, texts.size() / SELECTION_OF))
            .mapToObj(texts::get)
            .collect(Collectors.toSet());
    return new ReadingParts(
        train.stream().filter(question -> !kept.contains(question.context())).toList(),
        train.stream().filter(question -> kept.contains(question.context())).toList(),
        dev,
        malformed,
        data);
  }

  private static int[] order(int size, String stream) {
    int[] order = PermutationSampler.natural(size);
    PermutationSampler.shuffle(new Seeds(0).random(stream), order);
    return order;
  }

  /** The share of the texts that are scored on that are trained on, or selected by, as well. */
  double devShareInTraining() {
    Set<String> known = new HashSet<>();
    train.forEach(question -> known.add(question.context()));
    selection.forEach(question -> known.add(question.context()));
    return dev.stream().filter(question -> known.contains(question.context())).count()
        / (double) dev.size();
  }
}
