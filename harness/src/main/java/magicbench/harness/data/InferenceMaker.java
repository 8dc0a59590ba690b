package magicbench.harness.data;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import magicbench.harness.data.WordTree.Thing;
import magicbench.results.plan.Seeds;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.ListSampler;

/**
 * Makes {@link EmbeddedTask#INFERENCE}: a definition, and the claim that the thing is a kind of
 * what its entry names (entailment), of a thing whose entry names it (neutral: it may be one), or
 * of what is named by, or names, another thing and lies neither above nor below it (contradiction).
 *
 * <p>Only things take part that are a kind of something and have kinds of their own, so that the
 * definition alone tells nothing; half of all claims contradict, and as many of them name what lies
 * above some thing as what lies below one, so that the claim alone tells nothing either.
 */
final class InferenceMaker {

  private static final int TRAINING_THINGS = 10_000;
  private static final int TRIES = 20;
  private static final int FORMS = 4;

  private final WordTree tree;
  private final int validationPercent;
  private final UniformRandomProvider random;

  InferenceMaker(WordTree tree, int validationPercent) {
    this.tree = tree;
    this.validationPercent = validationPercent;
    this.random = new Seeds(0).random("embedded/" + EmbeddedTask.INFERENCE.title());
  }

  EmbeddedExamples examples(DataSet dataSet) {
    List<Thing> held = things(true);
    List<Thing> free = things(false);
    return new EmbeddedExamples(
        EmbeddedTask.INFERENCE,
        dataSet,
        examples(free.subList(0, Math.min(free.size(), TRAINING_THINGS))),
        examples(held));
  }

  /** Things that are a kind of something and have kinds of their own, in an order of chance. */
  private List<Thing> things(boolean heldOut) {
    List<Thing> things =
        tree.things(heldOut, validationPercent).stream()
            .filter(thing -> tree.above(thing).isPresent() && !tree.below(thing).isEmpty())
            .collect(Collectors.toCollection(ArrayList::new));
    ListSampler.shuffle(random, things);
    return things;
  }

  /** The four forms of a claim by turns. */
  private List<LabelledExample> examples(List<Thing> things) {
    List<LabelledExample> examples = new ArrayList<>();
    for (int place = 0; place < things.size(); place++) {
      Thing thing = things.get(place);
      boolean upwards = place % 2 == 0;
      boolean contradicts = place % FORMS >= 2;
      Optional<Thing> named =
          contradicts ? stranger(thing, things, upwards) : Optional.of(next(thing, upwards));
      String own = upwards ? "entailment" : "neutral";
      if (named.isPresent()) {
        examples.add(
            new KindClaim(thing, named.get())
                .example(
                    examples.size() + 1L,
                    EmbeddedTask.INFERENCE,
                    contradicts ? "contradiction" : own));
      }
    }
    return examples;
  }

  /** What lies above a thing, or any that lies below it. */
  private Thing next(Thing thing, boolean upwards) {
    List<Thing> below = tree.below(thing);
    return upwards ? tree.above(thing).orElseThrow() : below.get(random.nextInt(below.size()));
  }

  /** What lies above, or below, another thing, and neither above nor below this one. */
  private Optional<Thing> stranger(Thing thing, List<Thing> things, boolean upwards) {
    List<Thing> above = tree.ancestors(thing);
    for (int attempt = 0; attempt < TRIES; attempt++) {
      Thing named = next(things.get(random.nextInt(things.size())), upwards);
      if (!named.equals(thing)
          && !above.contains(named)
          && !tree.ancestors(named).contains(thing)) {
        return Optional.of(named);
      }
    }
    return Optional.empty();
  }
}
