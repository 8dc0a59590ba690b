/** Ground truth: child models trained alone, and which of them are worth it. */
package magicbench.harness.truth;
