/** The service interface of alignments: what pulls the hidden states of child models together? */
package magicbench.harness.alignment;
