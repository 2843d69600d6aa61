import { describe, expect, it } from "vitest";
import { cutOff } from "../../src/card/visible-part.ts";

const view = { left: 0, top: 0, right: 600, bottom: 1700 };

describe("cutOff", () => {
  it("cuts nothing where all of the document that is in the view is seen", () => {
    const box = { left: 0, top: -200, right: 600, bottom: 900 };
    expect(cutOff(box, { left: 0, top: 0, right: 600, bottom: 900 }, view)).toEqual(view);
  });
  it("ends the view where the window ends", () => {
    const box = { left: 0, top: 0, right: 600, bottom: 3000 };
    expect(cutOff(box, { left: 0, top: 0, right: 600, bottom: 800 }, view)).toEqual({ ...view, bottom: 800 });
  });
  it("begins the view where the window begins", () => {
    const box = { left: 0, top: 0, right: 600, bottom: 3000 };
    expect(cutOff(box, { left: 40, top: 500, right: 600, bottom: 1700 }, view)).toEqual({
      ...view,
      left: 40,
      top: 500,
    });
  });
  it("leaves nothing of a frame that is out of the window", () => {
    const box = { left: 0, top: 0, right: 600, bottom: 3000 };
    const { left, right } = cutOff(box, { left: 0, top: 0, right: 0, bottom: 0 }, view);
    expect(right - left).toBe(0);
  });
});
