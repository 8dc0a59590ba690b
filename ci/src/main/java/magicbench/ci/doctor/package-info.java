/** What plain Java can tell about the machine before a run. */
package magicbench.ci.doctor;
