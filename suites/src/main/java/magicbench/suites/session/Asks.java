package magicbench.suites.session;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/** Marks a suite: its claims are judged in the session that all suites share. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(SessionExtension.class)
public @interface Asks {

  /**
   * The suite's name, as its claims.yaml spells it.
   *
   * @return the name
   */
  String value();
}
