/** Brings data sets onto this machine from where their authors offer them. */
package magicbench.ci.fetch;
