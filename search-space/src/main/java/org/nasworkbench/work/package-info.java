/**
 * Heavy work as a message: what can be sent to a worker process ({@link org.nasworkbench.work.Work}), where it is done
 * ({@link org.nasworkbench.work.Workplace}), what it is charged to, the protocol that trainings share, and generators derived by
 * name ({@link org.nasworkbench.work.Seeds}).
 */
package org.nasworkbench.work;
