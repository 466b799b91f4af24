package bilby.functions.sale;

/** What becomes of a request where the id that the till gave the sale is another sale's by the time of the commit. */
enum IfTaken {
    /** It is refused. */
    REFUSE,
    /** It is decided anew, and then finds that sale. */
    LOOK_AGAIN
}
