/** What template.yaml says, as plain records: functions with their routes, schedules, queues and rights, tables, queues, and CORS. */
@NullMarked
package bilby.local.template;

import org.jspecify.annotations.NullMarked;
