package magicbench.harness.data;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import magicbench.harness.data.WordTree.Thing;
import magicbench.results.plan.Seeds;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.ListSampler;

/**
 * Makes {@link EmbeddedTask#KIND_OF}: a definition, and the claim that the thing is a kind of what
 * its entry says it is a kind of; or of what another thing's entry says, which is none of its own
 * ancestors. Both kinds of claim name the same things equally often, so the claim alone tells
 * nothing.
 */
final class KindOfMaker {

  private static final int TRAINING_THINGS = 10_000;
  private static final int TRIES = 20;

  private final WordTree tree;
  private final int validationPercent;
  private final UniformRandomProvider random;

  KindOfMaker(WordTree tree, int validationPercent) {
    this.tree = tree;
    this.validationPercent = validationPercent;
    this.random = new Seeds(0).random("embedded/" + EmbeddedTask.KIND_OF.title());
  }

  EmbeddedExamples examples(DataSet dataSet) {
    List<Thing> held = things(true);
    List<Thing> free = things(false);
    return new EmbeddedExamples(
        EmbeddedTask.KIND_OF,
        dataSet,
        examples(free.subList(0, Math.min(free.size(), TRAINING_THINGS))),
        examples(held));
  }

  /** Things that are a kind of something, in an order of chance. */
  private List<Thing> things(boolean heldOut) {
    List<Thing> things =
        tree.things(heldOut, validationPercent).stream()
            .filter(thing -> tree.above(thing).isPresent())
            .collect(Collectors.toCollection(ArrayList::new));
    ListSampler.shuffle(random, things);
    return things;
  }

  /** Every second thing's claim is true. The false ones take the kinds of things of this part. */
  private List<LabelledExample> examples(List<Thing> things) {
    List<LabelledExample> examples = new ArrayList<>();
    for (int place = 0; place < things.size(); place++) {
      Thing thing = things.get(place);
      boolean isTrue = place % 2 == 0;
      Optional<Thing> kind = isTrue ? tree.above(thing) : other(thing, things);
      if (kind.isPresent()) {
        examples.add(example(examples.size() + 1L, thing, kind.get(), isTrue));
      }
    }
    return examples;
  }

  private Optional<Thing> other(Thing thing, List<Thing> things) {
    Set<Thing> own =
        Stream.concat(Stream.of(thing), tree.ancestors(thing).stream()).collect(Collectors.toSet());
    for (int attempt = 0; attempt < TRIES; attempt++) {
      Optional<Thing> kind = tree.above(things.get(random.nextInt(things.size())));
      if (kind.isPresent() && !own.contains(kind.get())) {
        return kind;
      }
    }
    return Optional.empty();
  }

  private static LabelledExample example(long number, Thing thing, Thing kind, boolean isTrue) {
    return new KindClaim(thing, kind)
        .example(number, EmbeddedTask.KIND_OF, isTrue ? "entailment" : "not_entailment");
  }
}
