package magicbench.suites.ranking;

import java.util.stream.Stream;
import magicbench.suites.session.Asks;
import magicbench.suites.session.Session;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Does less interference make a super-net rank child models more as training alone does? */
@Asks("ranking")
public final class RankingSuite {

  @TestFactory
  Stream<DynamicTest> claims(Session session) {
    return session.claims("ranking");
  }
}
