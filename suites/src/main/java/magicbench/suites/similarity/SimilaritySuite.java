package magicbench.suites.similarity;

import java.util.stream.Stream;
import magicbench.suites.session.Asks;
import magicbench.suites.session.Session;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Do similar inputs and outputs of a shared operator go with less interference? */
@Asks("similarity")
public final class SimilaritySuite {

  @TestFactory
  Stream<DynamicTest> claims(Session session) {
    return session.claims("similarity");
  }
}
