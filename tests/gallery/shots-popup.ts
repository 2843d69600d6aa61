import { POPUP_SCENES } from "../ui/harness/popup-states.ts";
import { FIREFOX_LOOKS, LOOKS, ownPageShot } from "./own-pages.ts";
import { inFirefox, type Shot } from "./shot.ts";

export const POPUP_SHOTS: Shot[] = [
  ...Object.entries(LOOKS).map(([name, look]) => ownPageShot("popup", name, "people", look)),
  ownPageShot("popup", "zoom-200", "people", { theme: "light", width: 680, height: 1000, zoom: 2 }),
  ...FIREFOX_LOOKS.map((name) => inFirefox(ownPageShot("popup", name, "people", LOOKS[name]))),
  inFirefox(ownPageShot("popup", "zoom-200", "people", { theme: "light", width: 680, height: 1000, zoom: 2 })),
  ownPageShot("popup", "many-dark", "many", { theme: "dark", height: 640 }),
  ...Object.keys(POPUP_SCENES)
    .filter((scene) => scene !== "people")
    .map((scene) => ownPageShot("popup", scene, scene, { theme: "light", height: scene === "many" ? 640 : 440 })),
  ownPageShot("popup", "memory-dark", "memory", { theme: "dark", height: 480 }),
];
