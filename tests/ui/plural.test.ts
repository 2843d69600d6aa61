import { afterEach, describe, expect, test } from "vitest";
import { plural, setMessages } from "../../src/shared/i18n.ts";
import { messagesFrom } from "./harness/fill.ts";

afterEach(() => setMessages({ getMessage: (key) => key }));

describe("plural", () => {
  test.each([
    [1, "1 заявление"],
    [3, "3 заявления"],
    [5, "5 заявлений"],
    [21, "21 заявление"],
    [22, "22 заявления"],
    [1.5, "1,5 заявления"],
  ])("has as many forms as the language (Russian, %d)", (count, text) => {
    setMessages(
      messagesFrom({
        locale: "ru",
        n_one: "$1 заявление",
        n_few: "$1 заявления",
        n_many: "$1 заявлений",
        n_other: "$1 заявления",
      }),
    );
    expect(plural("n", count)).toBe(text);
  });

  test("falls back to the form for all others, with everything filled in", () => {
    setMessages(messagesFrom({ locale: "ar", n_other: "$1 of $2" }));
    expect(plural("n", 2, "x")).toMatch(/^\S+ of x$/);
    expect(plural("n", 1, "x")).toMatch(/^\S+ of x$/);
  });

  test("without any form says its key: nothing is blank", () => {
    setMessages(messagesFrom({ locale: "en" }));
    expect(plural("n", 1)).toBe("n_other");
  });
});
