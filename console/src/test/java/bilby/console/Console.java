package bilby.console;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.net.URI;

/** The console in one window, used as a person does: by what is written on it. */
record Console(Page page, URI root) {

    /** Opens it and signs in, and waits for the first page to have been read. */
    Console signIn(String token) {
        page.navigate(root + "/console/");
        page.getByLabel("API token").fill(token);
        press("Sign in");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Sign out"))
                .waitFor();
        page.locator("main [aria-busy]").waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.DETACHED));
        return this;
    }

    Console signIn() {
        return signIn("local");
    }

    /** Goes to a page such as {@code members/new}. */
    Console go(String fragment) {
        page.evaluate("fragment => { location.hash = fragment; }", "#/" + fragment);
        return this;
    }

    Console member(String id) {
        go("members/" + id);
        page.locator("#balance-combined").waitFor();
        return this;
    }

    void press(String button) {
        button(button).click();
    }

    /** Presses what opens a dialog. */
    void begin(String button) {
        press(button);
        dialog().waitFor();
    }

    /** Presses the first of these buttons in a part of the page, which opens a dialog. */
    void beginIn(String card, String button) {
        card(card)
                .getByText(button, new Locator.GetByTextOptions().setExact(true))
                .first()
                .click();
        dialog().waitFor();
    }

    /** The button of this name: the dialog's, where one is open. */
    Locator button(String name) {
        return within().getByRole(
                        AriaRole.BUTTON,
                        new Locator.GetByRoleOptions().setName(name).setExact(true));
    }

    void fill(String label, String value) {
        field(label).fill(value);
    }

    Locator field(String label) {
        return within().getByLabel(label);
    }

    void choose(String label, String option) {
        field(label).selectOption(option);
    }

    /** The dialog, where one is open, or else the whole page. */
    private Locator within() {
        Locator dialog = dialog();
        return dialog.count() > 0 ? dialog : page.locator("body");
    }

    Locator dialog() {
        return page.locator("dialog[open]");
    }

    Locator heading() {
        return page.locator("main h1");
    }

    /** A part of the page, by its heading. */
    Locator card(String heading) {
        return page.getByRole(
                AriaRole.REGION, new Page.GetByRoleOptions().setName(heading).setExact(true));
    }

    /** What the member has in rewards, as it is shown. */
    Locator rewardBalance() {
        return page.locator("#balance-rewards .hero");
    }
}
