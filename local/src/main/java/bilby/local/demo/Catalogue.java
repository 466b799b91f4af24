package bilby.local.demo;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** What the shop gives. */
final class Catalogue {

    static final String BIRTHDAY = "birthday-reward";
    static final String WELCOME = "welcome";
    static final String SPRING = "spring-voucher";
    static final String GOLD = "gold-thank-you";
    static final String SORRY = "we-are-sorry";

    private Catalogue() {}

    static void create(Till till) {
        till.put("/settings/points.earn_rate", Till.body().put("value", "0.2"));
        till.put("/settings/birthday.late_entry_days", Till.body().put("value", "0"));
        create(till, BIRTHDAY, "Birthday Reward", "birthday", 10, "days", 30, "It's your birthday! $10 for you!");
        create(till, WELCOME, "Welcome", "activation", 5, "days", 60, "$5 for your first visit.");
        create(till, SPRING, "Spring voucher", "campaign", 15, "days", 90, "$15 off while the wattle flowers.");
        create(till, GOLD, "Gold thank-you", "tier", 25, "months", 6, "For those who come most.");
        create(till, SORRY, "We are sorry", "customer-service", 20, "years", 1, "For when we got it wrong.");
    }

    private static void create(
            Till till, String handle, String name, String type, int value, String unit, int period, String sentence) {
        ObjectNode body = Till.body();
        body.put("handle", handle);
        body.put("name", name);
        body.put("type", type);
        body.put("value", value);
        body.put("max_value", 100);
        body.put("period_type", unit);
        body.put("period", period);
        body.put("short_description", sentence);
        body.put("is_extendable", !type.equals("birthday"));
        body.put("extend_days", 30);
        till.post("/rewards/definitions", body);
    }
}
