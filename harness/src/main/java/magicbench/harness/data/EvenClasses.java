package magicbench.harness.data;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import magicbench.results.plan.Seeds;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.ListSampler;

/**
 * Makes a task of single texts in classes that come equally often: so many of each, drawn by
 * chance, or as many as the rarest has.
 *
 * @param task the task
 * @param mostTrained the most texts of a class that are trained on
 * @param mostScored the most texts of a class that are scored on
 */
record EvenClasses(EmbeddedTask task, int mostTrained, int mostScored) {

  /**
   * A class's texts.
   *
   * @param free those that may be trained on
   * @param heldOut those that may be scored on
   */
  record Texts(List<String> free, List<String> heldOut) {}

  /**
   * The examples.
   *
   * @param dataSet the file that they are made of
   * @param classes each class's texts, in the order of the task's labels
   */
  EmbeddedExamples examples(DataSet dataSet, List<Texts> classes) {
    UniformRandomProvider random = new Seeds(0).random("embedded/" + task.title());
    List<LabelledExample> train = byTurns(classes.stream().map(Texts::free), mostTrained, random);
    List<LabelledExample> dev = byTurns(classes.stream().map(Texts::heldOut), mostScored, random);
    return new EmbeddedExamples(task, dataSet, train, dev);
  }

  private static List<LabelledExample> byTurns(
      Stream<List<String>> classes, int most, UniformRandomProvider random) {
    List<List<String>> shuffled =
        classes.map(texts -> shuffled(texts, random)).collect(Collectors.toList());
    int each = shuffled.stream().mapToInt(List::size).reduce(most, Math::min);
    return IntStream.range(0, each * shuffled.size())
        .mapToObj(
            place ->
                new LabelledExample(
                    place + 1L,
                    shuffled.get(place % shuffled.size()).get(place / shuffled.size()),
                    Optional.empty(),
                    OptionalDouble.of(place % shuffled.size())))
        .toList();
  }

  private static List<String> shuffled(List<String> texts, UniformRandomProvider random) {
    List<String> shuffled = new ArrayList<>(texts);
    ListSampler.shuffle(random, shuffled);
    return shuffled;
  }
}
