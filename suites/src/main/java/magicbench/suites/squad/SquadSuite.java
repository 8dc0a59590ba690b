package magicbench.suites.squad;

import java.util.stream.Stream;
import magicbench.suites.session.Asks;
import magicbench.suites.session.Session;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Does what is found in a super-net, trained alone and fine-tuned, find answers in texts better
 * than what is as large? Asked on questions that the build brings along, none of them SQuAD's; at
 * paper scale on SQuAD's own files, which the user fetches.
 */
@Asks("squad")
public final class SquadSuite {

  @TestFactory
  Stream<DynamicTest> claims(Session session) {
    return session.claims("squad");
  }
}
