package magicbench.harness.experiment;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import magicbench.harness.data.SquadQuestion;
import magicbench.results.plan.Seeds;
import magicbench.results.record.Provenance;
import org.apache.commons.rng.sampling.PermutationSampler;

/**
 * What a child model learns to read on.
 *
 * @param train what it is trained on
 * @param selection what a threshold is chosen by, whose groups are none of those; empty for none
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

  /** Of so many groups of what is trained on one is kept for the selection. */
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

  /**
   * The same with one in twenty of the groups that it is trained on kept for the selection.
   *
   * @param group names what goes together: questions on one text, or of one rule
   */
  ReadingParts withSelection(Function<SquadQuestion, String> group) {
    List<String> groups = train.stream().map(group).distinct().toList();
    Set<String> kept =
        Arrays.stream(order(groups.size(), "selection"))
            .limit(Math.max(1, groups.size() / SELECTION_OF))
            .mapToObj(groups::get)
            .collect(Collectors.toSet());
    Predicate<SquadQuestion> isKept = question -> kept.contains(group.apply(question));
    return new ReadingParts(
        train.stream().filter(isKept.negate()).toList(),
        train.stream().filter(isKept).toList(),
        dev,
        malformed,
        data);
  }

  private static int[] order(int size, String stream) {
    int[] order = PermutationSampler.natural(size);
    PermutationSampler.shuffle(new Seeds(0).random(stream), order);
    return order;
  }

  /**
   * The share of the questions that are scored on in whose text a sentence stands that is trained
   * on, or selected by, as well: upper case and blanks make no other sentence of one.
   */
  double devShareInTraining() {
    Set<String> known =
        Stream.concat(train.stream(), selection.stream())
            .map(SquadQuestion::context)
            .distinct()
            .flatMap(ReadingParts::sentences)
            .collect(Collectors.toSet());
    return dev.stream()
            .filter(question -> sentences(question.context()).anyMatch(known::contains))
            .count()
        / (double) dev.size();
  }

  private static Stream<String> sentences(String text) {
    String plain = text.toLowerCase(Locale.ROOT).replaceAll("\\s+", " ").strip();
    return Arrays.stream(plain.split("(?<=[.!?]) ", -1));
  }
}
