package bilby.local.run;

/** What is told of a scheduled run once all that it left to others is done. */
@FunctionalInterface
public interface RunReport {

    /** Tells what the function answered. */
    RunReport ANSWER = (function, answer) -> answer;

    /**
     * The report, in JSON.
     *
     * @param function the logical id of the function that ran
     * @param answer what it answered, in JSON
     */
    String of(String function, String answer);
}
