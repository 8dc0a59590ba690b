package magicbench.suites.glue;

import java.util.stream.Stream;
import magicbench.suites.session.Asks;
import magicbench.suites.session.Session;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Does what is found in a super-net, trained alone and fine-tuned, beat what is as large? Asked on
 * tasks that the build brings along, none of them GLUE's.
 */
@Asks("glue")
public final class GlueSuite {

  @TestFactory
  Stream<DynamicTest> claims(Session session) {
    return session.claims("glue");
  }
}
