/** Faults on purpose: each class breaks one architecture rule, so that the rule is seen to fail. */
package seeded;
