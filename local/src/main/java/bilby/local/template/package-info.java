/** What template.yaml says, as plain records: functions with their routes, schedules and rights, tables, and CORS. */
@NullMarked
package bilby.local.template;

import org.jspecify.annotations.NullMarked;
