/** The paper's methods: MAGIC-T's chain of child models and MAGIC-A's anchor. */
package magicbench.harness.magic;
