/** What a trial does: one class a kind, from settings to measurements. */
package magicbench.harness.experiment;
