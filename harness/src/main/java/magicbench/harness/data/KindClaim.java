package magicbench.harness.data;

import java.util.Optional;
import java.util.OptionalDouble;
import magicbench.harness.data.WordTree.Thing;

/**
 * A thing's definition, and the claim that it is a kind of another thing.
 *
 * @param thing the thing
 * @param kind what it is claimed to be a kind of
 */
record KindClaim(Thing thing, Thing kind) {

  private static final String COLON = ": ";

  /** The example of a task that holds it. */
  LabelledExample example(long number, EmbeddedTask task, String label) {
    return new LabelledExample(
        number,
        thing.word() + COLON + thing.definition(),
        Optional.of(thing.word() + " is a kind of " + kind.word()),
        OptionalDouble.of(task.labels().indexOf(label)));
  }

  /** The definition in an example's first text. */
  static String definition(LabelledExample example) {
    return example.first().substring(example.first().indexOf(COLON) + COLON.length());
  }
}
